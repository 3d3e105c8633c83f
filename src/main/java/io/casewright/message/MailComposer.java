package io.casewright.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes the mail out of a letter: the same one each time, so that a receiver knows a repetition by its id. */
@Component
class MailComposer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSender mailer;
    private final MailSettings settings;
    private final OwnAddresses addresses;
    private final ObjectProvider<PersonalLink> links;

    MailComposer(
            JavaMailSender mailer, MailSettings settings, OwnAddresses addresses, ObjectProvider<PersonalLink> links) {
        this.mailer = mailer;
        this.settings = settings;
        this.addresses = addresses;
        this.links = links;
    }

    /**
     * The mail, ready to be sent.
     *
     * @param readers who else gets it; the mail itself goes to the contact only
     * @param references ids of the earlier mails of the case, the oldest first
     * @throws MessagingException when the recipient's address cannot be one
     */
    AddressedMail compose(StoredMessage letter, List<Recipient> readers, List<String> references)
            throws MessagingException {
        var contact = named(String.valueOf(letter.recipientAddress), String.valueOf(letter.recipientName));
        var mail = new AddressedMail(mailer.createMimeMessage().getSession(), contact);
        var parts = new MimeMessageHelper(mail, UTF_8);
        parts.setFrom(named(settings.from(), letter.authorName));
        String token = addresses.tokenOf(letter.caseNumber);
        parts.setReplyTo(named(addresses.replyTo(token), letter.authorName));
        parts.setTo(contact);
        for (Recipient reader : readers) {
            parts.addCc(named(reader.email(), reader.name()));
        }
        parts.setSubject(String.valueOf(letter.subject));
        parts.setText((bodyOf(letter) + "\n\n" + OwnAddresses.written(token)).replace("\n", "\r\n"));
        parts.setSentDate(Date.from(letter.createdAt));
        mail.setHeader("Message-ID", letter.internetMessageId);
        if (letter.inReplyTo != null) {
            mail.setHeader("In-Reply-To", letter.inReplyTo);
        }
        if (!references.isEmpty()) {
            mail.setHeader("References", MimeUtility.fold("References: ".length(), String.join(" ", references)));
        }
        mail.setContentLanguage(new String[] {
            LetterTexts.localeFor(Locale.forLanguageTag(String.valueOf(letter.locale)))
                    .getLanguage()
        });
        if (letter.autoSubmitted != null) {
            mail.setHeader("Auto-Submitted", letter.autoSubmitted);
            // Exchange does not look at Auto-Submitted before it says that somebody is out of office.
            mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        return mail;
    }

    /** The same mail, on its way to one of its other readers. */
    static AddressedMail copyFor(Recipient reader, AddressedMail mail) throws MessagingException {
        return mail.to(named(reader.email(), reader.name()));
    }

    private String bodyOf(StoredMessage letter) {
        return letter.kind == MessageKind.SATISFACTION
                ? letter.body.replace(
                        LetterContent.Satisfaction.LINK, links.getObject().of(letter.caseNumber))
                : letter.body;
    }

    static InternetAddress named(String address, String name) throws MessagingException {
        var named = new InternetAddress(address, true);
        try {
            named.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java knows UTF-8", e);
        }
        return named;
    }
}
