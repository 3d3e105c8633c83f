package io.casewright.intake.application;

import io.casewright.intake.domain.IncomingMail;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.mail.MailBody;
import io.casewright.mail.MailFile;
import io.casewright.mail.MailHead;
import io.casewright.mail.OpenMail;
import io.casewright.platform.files.FileStore;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads mails that came in, as often as somebody wants to. */
@Service
public class ReadMail {

    private static final int MOST = 200;

    private final IncomingMails mails;
    private final FileStore files;
    private final MailWords words;

    ReadMail(IncomingMails mails, FileStore files, MailWords words) {
        this.mails = mails;
        this.files = files;
        this.words = words;
    }

    /**
     * A mail with its words.
     *
     * @param to addresses it says it went to
     * @param files names of what came with it
     */
    public record Whole(IncomingMail mail, List<String> to, String text, List<String> files) {}

    /** What is done with a mail while it is open. */
    @FunctionalInterface
    interface Work<T> {
        T with(MailHead head, MailBody body) throws MessagingException, IOException;
    }

    /** The latest mails, whatever became of them. */
    public List<IncomingMail> latest() {
        return mails.latest(MOST);
    }

    public Optional<IncomingMail> find(long id) {
        return mails.find(id);
    }

    /** Empty when there is none of this id. */
    public Optional<Whole> whole(long id) {
        return mails.find(id).map(this::whole);
    }

    Whole whole(IncomingMail mail) {
        if (mail.fileId() == null) {
            return new Whole(mail, List.of(), "", List.of());
        }
        return open(
                mail,
                (head, body) -> new Whole(
                        mail,
                        head.to().stream().map(MailHead.Mailer::address).toList(),
                        words.text(body),
                        body.files().stream().map(MailFile::name).toList()));
    }

    /**
     * The mail itself, as it was sent.
     *
     * @throws IOException when it cannot be read, or is erased
     */
    public InputStream raw(IncomingMail mail) throws IOException {
        return files.open(String.valueOf(mail.fileId()));
    }

    <T> T open(IncomingMail mail, Work<T> work) {
        try (var open = OpenMail.of(raw(mail))) {
            return work.with(MailHead.of(open.mail()), MailBody.of(open.mail()));
        } catch (IOException e) {
            throw new UncheckedIOException("Mail %d cannot be read".formatted(mail.id()), e);
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail %d cannot be read".formatted(mail.id()), e);
        }
    }
}
