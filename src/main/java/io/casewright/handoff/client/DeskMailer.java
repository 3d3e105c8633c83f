package io.casewright.handoff.client;

import io.casewright.handoff.application.DeskRefused;
import io.casewright.handoff.application.DeskUnavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes to a desk by mail. The same mail again has the same id, by which a receiver knows it. */
@Component
class DeskMailer {

    private static final int LONGEST_SUBJECT = 200;

    private final JavaMailSender mailer;
    private final DeskMailSettings settings;
    private final DeskMailIds ids;
    private final Clock clock;

    DeskMailer(JavaMailSender mailer, DeskMailSettings settings, DeskMailIds ids, Clock clock) {
        this.mailer = mailer;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    void open(String tenantId, String reference, String title, String text) {
        send(tenantId, reference, mail -> {
            compose(mail, "[%s] %s".formatted(reference, title), text);
            mail.setHeader("Message-ID", ids.ofTicket(reference));
        });
    }

    /** In the thread of the mail that opened the ticket. */
    void reply(String tenantId, String reference, UUID key, String text) {
        send(tenantId, reference, mail -> {
            compose(mail, "Re: [%s]".formatted(reference), text);
            mail.setHeader("Message-ID", ids.ofNote(reference, key));
            mail.setHeader("In-Reply-To", ids.ofTicket(reference));
            mail.setHeader("References", ids.ofTicket(reference));
        });
    }

    private interface Composition {

        void writeTo(MimeMessage mail) throws MessagingException;
    }

    private void compose(MimeMessage mail, String subject, String text) throws MessagingException {
        var parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(settings.to());
        parts.setSubject(DeskText.line(subject, LONGEST_SUBJECT));
        parts.setText(text.strip().replace("\r\n", "\n").replace("\n", "\r\n"));
        parts.setSentDate(Date.from(clock.instant()));
    }

    private void send(String tenantId, String reference, Composition composition) {
        try {
            var mail = mailer.createMimeMessage();
            composition.writeTo(mail);
            mailer.send(mail);
        } catch (MailException | MessagingException e) {
            var code = SmtpRefusal.codeIn(e);
            if (code.isPresent()) {
                throw new DeskRefused(
                        "The mail server does not take mail about %s of tenant %s for the desk (%d). Check CASEWRIGHT_HANDOFF_DESK_MAIL_TO and CASEWRIGHT_HANDOFF_DESK_MAIL_FROM; until then the ticket can be opened by hand."
                                .formatted(reference, tenantId, code.get()),
                        e);
            }
            throw new DeskUnavailable(
                    "No mail server took the mail about %s of tenant %s for the desk (%s). It is tried again by itself."
                            .formatted(reference, tenantId, e.getClass().getSimpleName()),
                    null,
                    e);
        }
    }
}
