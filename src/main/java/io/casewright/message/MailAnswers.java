package io.casewright.message;

import io.casewright.platform.text.MailIds;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Hands answers to mails of which no case came to the mail server. */
@Component
public class MailAnswers {

    private static final Pattern ANSWERS = Pattern.compile("(?i)^(?:(?:re|aw|sv|antw|rép?|r)\\s*:\\s*)+");

    private final CustomerLetters letters;

    MailAnswers(CustomerLetters letters) {
        this.letters = letters;
    }

    /**
     * Sends the answer now.
     *
     * @return why trying again would be of no use; empty when it left
     * @throws RuntimeException when it may leave later
     */
    public Optional<String> send(MailAnswer answer) {
        return letters.send(
                "mail_answer",
                answer.key(),
                answer.addressee().recipient(),
                LetterTexts.localeFor(answer.addressee().locale()),
                answer.addressee().sender(),
                Map.of(
                        "subject",
                        PlainText.line(
                                ANSWERS.matcher(answer.subject()).replaceFirst(""), CustomerLetters.LONGEST_LINE),
                        "words",
                        PlainText.lines(answer.words().value())),
                null,
                mail -> {
                    String id = answer.inReplyTo();
                    if (id != null && MailIds.isOne(id)) {
                        mail.setHeader("In-Reply-To", id);
                        mail.setHeader("References", id);
                    }
                });
    }
}
