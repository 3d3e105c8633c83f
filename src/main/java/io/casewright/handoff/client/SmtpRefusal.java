package io.casewright.handoff.client;

import jakarta.mail.MessagingException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Finds the code by which a mail server refused a mail for good, wherever it stands among the causes of the trouble. */
final class SmtpRefusal {

    /** Answers to a wrong login: ours to mend, and then the mail can leave. */
    private static final Set<Integer> LOGIN_REFUSED = Set.of(530, 534, 535, 538);

    private SmtpRefusal() {}

    static Optional<Integer> codeIn(Exception trouble) {
        return search(trouble, new HashSet<>()).filter(code -> code >= 500 && !LOGIN_REFUSED.contains(code));
    }

    private static Optional<Integer> search(@Nullable Throwable trouble, Set<Throwable> seen) {
        if (trouble == null || !seen.add(trouble)) {
            return Optional.empty();
        }
        if (trouble instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) {
                var code = search(each, seen);
                if (code.isPresent()) {
                    return code;
                }
            }
        }
        return own(trouble)
                .or(() -> trouble instanceof MessagingException mail
                        ? search(mail.getNextException(), seen)
                        : Optional.empty())
                .or(() -> search(trouble.getCause(), seen));
    }

    private static Optional<Integer> own(Throwable trouble) {
        return switch (trouble) {
            case SMTPAddressFailedException e -> Optional.of(e.getReturnCode());
            case SMTPSenderFailedException e -> Optional.of(e.getReturnCode());
            case SMTPSendFailedException e when e.getReturnCode() >= 500 -> Optional.of(e.getReturnCode());
            default -> Optional.empty();
        };
    }
}
