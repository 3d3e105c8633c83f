package io.casewright.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters that belong to no case to the mail server. The first line of their text is the subject. */
@Component
class LetterWithoutCase {

    static final int LONGEST_LINE = 200;

    private final JavaMailSender mailer;
    private final MailSettings settings;

    LetterWithoutCase(JavaMailSender mailer, MailSettings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    /** A file that goes along. */
    record Enclosure(String name, String type, String content) {}

    /** @param locale the language of the text */
    record Draft(
            String key,
            Recipient recipient,
            Locale locale,
            String sender,
            String text,
            @Nullable Enclosure enclosure) {}

    /**
     * Sends the letter now.
     *
     * @return why trying again would be of no use; empty when it left
     * @throws RuntimeException when it may leave later
     */
    Optional<String> send(Draft letter) {
        try {
            mailer.send(compose(letter));
            return Optional.empty();
        } catch (MailException | MessagingException e) {
            var refusal = MailTrouble.refusalIn(e);
            if (refusal.isEmpty()) {
                throw MailTrouble.temporaryOf(letter.key(), e);
            }
            return refusal;
        }
    }

    private MimeMessage compose(Draft letter) throws MessagingException {
        String[] text = letter.text().split("\n", 2);
        String sender = PlainText.line(letter.sender(), LONGEST_LINE);
        var enclosure = letter.enclosure();
        var mail = mailer.createMimeMessage();
        var parts = new MimeMessageHelper(mail, enclosure != null, StandardCharsets.UTF_8.name());
        parts.setFrom(MailComposer.named(settings.from(), sender));
        parts.setReplyTo(MailComposer.named(settings.replyTo(), sender));
        parts.setTo(MailComposer.named(
                letter.recipient().email(), letter.recipient().name()));
        parts.setSubject(text[0]);
        parts.setText(text[1].strip().replace("\n", "\r\n"));
        if (enclosure != null) {
            parts.addAttachment(
                    enclosure.name(),
                    new ByteArrayResource(enclosure.content().getBytes(StandardCharsets.UTF_8)),
                    enclosure.type());
        }
        mail.setHeader("Message-ID", "<%s@%s>".formatted(letter.key(), settings.domain()));
        mail.setContentLanguage(new String[] {letter.locale().getLanguage()});
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        return mail;
    }
}
