package io.casewright.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters about plans to the mail server. The first line of their template is the subject. */
@Component
public class PlanLetters {

    private static final int LONGEST_LINE = 200;

    private final LetterTexts texts;
    private final JavaMailSender mailer;
    private final MailSettings settings;

    PlanLetters(LetterTexts texts, JavaMailSender mailer, MailSettings settings) {
        this.texts = texts;
        this.mailer = mailer;
        this.settings = settings;
    }

    /**
     * Sends the letter now.
     *
     * @return why trying again would be of no use; empty when it left
     * @throws RuntimeException when it may leave later
     */
    public Optional<String> send(PlanLetter letter) {
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

    private MimeMessage compose(PlanLetter letter) throws MessagingException {
        var locale = LetterTexts.localeFor(letter.locale());
        String[] text = texts.ofPlan(
                        locale,
                        Map.of(
                                "name", PlainText.line(letter.recipient().name(), LONGEST_LINE),
                                "plan", PlainText.line(letter.plan(), LONGEST_LINE),
                                "validFrom", LetterTimes.of(letter.validFrom(), settings.zone(), locale),
                                "link", letter.link().toASCIIString(),
                                "sender", PlainText.line(letter.sender(), LONGEST_LINE)))
                .split("\n", 2);
        var mail = mailer.createMimeMessage();
        var parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        parts.setFrom(MailComposer.named(settings.from(), PlainText.line(letter.sender(), LONGEST_LINE)));
        parts.setReplyTo(MailComposer.named(settings.replyTo(), PlainText.line(letter.sender(), LONGEST_LINE)));
        parts.setTo(MailComposer.named(
                letter.recipient().email(), letter.recipient().name()));
        parts.setSubject(text[0]);
        parts.setText(text[1].strip().replace("\n", "\r\n"));
        mail.setHeader("Message-ID", "<%s@%s>".formatted(letter.key(), settings.domain()));
        mail.setContentLanguage(new String[] {locale.getLanguage()});
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        return mail;
    }
}
