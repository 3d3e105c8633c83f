package io.casewright.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters that belong to no case to the mail server. The first line of their template is the subject. */
@Component
class CustomerLetters {

    static final int LONGEST_LINE = 200;

    private final LetterTexts texts;
    private final JavaMailSender mailer;
    private final MailSettings settings;

    CustomerLetters(LetterTexts texts, JavaMailSender mailer, MailSettings settings) {
        this.texts = texts;
        this.mailer = mailer;
        this.settings = settings;
    }

    /** A file that goes along. */
    record Enclosure(String name, String type, String content) {}

    /**
     * Sends the letter now.
     *
     * @param template one of {@link LetterTexts#OF_NO_CASE}
     * @param key the same when it is sent again
     * @param locale one for which there are templates
     * @param values what the template says beside the names of reader and sender
     * @param enclosure null when nothing goes along
     * @return why trying again would be of no use; empty when it left
     * @throws RuntimeException when it may leave later
     */
    Optional<String> send(
            String template,
            String key,
            Recipient recipient,
            Locale locale,
            String sender,
            Map<String, String> values,
            @Nullable Enclosure enclosure) {
        return send(template, key, recipient, locale, sender, values, enclosure, mail -> {
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        });
    }

    /** What else a mail says in its head. */
    @FunctionalInterface
    interface Head {
        void write(MimeMessage mail) throws MessagingException;
    }

    /** As the other one, for a letter that says otherwise in its head whether a person wrote it. */
    Optional<String> send(
            String template,
            String key,
            Recipient recipient,
            Locale locale,
            String sender,
            Map<String, String> values,
            @Nullable Enclosure enclosure,
            Head head) {
        try {
            var all = new HashMap<>(values);
            all.put("name", PlainText.line(recipient.name(), LONGEST_LINE));
            all.put("sender", PlainText.line(sender, LONGEST_LINE));
            var mail = compose(key, recipient, locale, sender, texts.ofNoCase(template, locale, all), enclosure);
            head.write(mail);
            mailer.send(mail);
            return Optional.empty();
        } catch (MailException | MessagingException e) {
            var refusal = MailTrouble.refusalIn(e);
            if (refusal.isEmpty()) {
                throw MailTrouble.temporaryOf(key, e);
            }
            return refusal;
        }
    }

    private MimeMessage compose(
            String key, Recipient recipient, Locale locale, String sender, String letter, @Nullable Enclosure enclosure)
            throws MessagingException {
        String[] text = letter.split("\n", 2);
        var mail = mailer.createMimeMessage();
        var parts = new MimeMessageHelper(mail, enclosure != null, StandardCharsets.UTF_8.name());
        parts.setFrom(MailComposer.named(settings.from(), PlainText.line(sender, LONGEST_LINE)));
        parts.setReplyTo(MailComposer.named(settings.replyTo(), PlainText.line(sender, LONGEST_LINE)));
        parts.setTo(MailComposer.named(recipient.email(), recipient.name()));
        parts.setSubject(text[0]);
        parts.setText(text[1].strip().replace("\n", "\r\n"));
        if (enclosure != null) {
            parts.addAttachment(
                    enclosure.name(),
                    new ByteArrayResource(enclosure.content().getBytes(StandardCharsets.UTF_8)),
                    enclosure.type());
        }
        mail.setHeader("Message-ID", "<%s@%s>".formatted(key, settings.domain()));
        mail.setContentLanguage(new String[] {locale.getLanguage()});
        return mail;
    }
}
