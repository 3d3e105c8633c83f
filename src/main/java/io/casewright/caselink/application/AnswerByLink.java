package io.casewright.caselink.application;

import io.casewright.attachment.HandedFile;
import io.casewright.casefile.application.ConfirmResolution;
import io.casewright.casefile.application.FilesOfCase;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.ReceiveMessage.Arrived;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.caselink.application.OpenByLink.Opened;
import io.casewright.message.InboundMessage;
import io.casewright.message.Messages;
import io.casewright.platform.text.Fingerprint;
import io.casewright.platform.text.InputText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the reader of a link writes, as if it had come by mail. */
@Service
public class AnswerByLink {

    private final ReceiveMessage receiveMessage;
    private final ConfirmResolution confirmResolution;
    private final Messages messages;
    private final FilesOfCase filesOfCase;

    AnswerByLink(
            ReceiveMessage receiveMessage,
            ConfirmResolution confirmResolution,
            Messages messages,
            FilesOfCase filesOfCase) {
        this.receiveMessage = receiveMessage;
        this.messages = messages;
        this.confirmResolution = confirmResolution;
        this.filesOfCase = filesOfCase;
    }

    /** What is wrong with what was written. */
    public enum Fault {
        NOTHING,
        TOO_LONG,
        UNREADABLE,
        NO_ANSWER,
        NOT_ASKED,
        TOO_LATE
    }

    /** Why a message cannot be taken; files alone are enough. */
    public static Optional<Fault> faultOf(String text, List<HandedFile> files) {
        if (text.isBlank()) {
            return files.isEmpty() ? Optional.of(Fault.NOTHING) : Optional.empty();
        }
        if (text.length() > InboundMessage.LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        return InputText.problemWith(text).map(problem -> Fault.UNREADABLE);
    }

    /**
     * Why an answer cannot be taken.
     *
     * @param answer null when none was chosen
     * @param text what there is to say about it; may be empty
     */
    public static Optional<Fault> faultOf(Opened opened, @Nullable CustomerAnswer answer, String text) {
        if (!opened.isOfAsker()) {
            return Optional.of(Fault.NOT_ASKED);
        }
        if (answer == null) {
            return Optional.of(Fault.NO_ANSWER);
        }
        return text.isBlank() ? Optional.empty() : faultOf(text, List.of());
    }

    /** Why the files cannot be taken, in a sentence. */
    public Optional<String> problemWith(Opened opened, List<HandedFile> files) {
        return filesOfCase.problemWith(opened.supportCase(), files);
    }

    /**
     * Takes the message, once for each key and text.
     *
     * @param text what a message that has only files says is for the caller to choose
     * @param key one for each page that was opened
     * @return the case it reached, which is another where this one ended long ago
     * @throws io.casewright.casefile.domain.NotPossibleNow when the case was erased meanwhile
     */
    public SupportCase write(Opened opened, String text, String key, List<HandedFile> files) {
        return receiveMessage
                .receive(opened.supportCase().number(), at -> message(at, opened, text, key), files)
                .map(Arrived::supportCase)
                .orElseThrow(LinkOver::new);
    }

    /**
     * Keeps whether it is solved for who asked.
     *
     * @param answer one without {@linkplain #faultOf(Opened, CustomerAnswer, String) fault}
     * @param words what there is to say about it; may be empty
     * @throws io.casewright.casefile.domain.NotPossibleNow when nobody asks that any more, or another answer was given
     */
    @Transactional
    public void confirm(Opened opened, CustomerAnswer answer, String words, String key) {
        var number = opened.supportCase().number();
        String said = words.strip();
        confirmResolution.confirm(number, answer, opened.reader().contactName(), said.isEmpty() ? null : said);
        if (!said.isEmpty()) {
            messages.receive(message(number.value(), opened, said, key));
        }
    }

    private static InboundMessage message(String number, Opened opened, String text, String key) {
        String words = text.strip();
        String once = "link:" + Fingerprint.of(String.join("\n", key, words));
        return InboundMessage.fromPortal(number, opened.reader().contactName(), words, false, once);
    }
}
