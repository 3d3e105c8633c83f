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
    private final LetterFiles files;
    private final CaseLink caseLink;
    private final LetterTexts texts;

    MailComposer(
            JavaMailSender mailer,
            MailSettings settings,
            OwnAddresses addresses,
            ObjectProvider<PersonalLink> links,
            LetterFiles files,
            CaseLink caseLink,
            LetterTexts texts) {
        this.mailer = mailer;
        this.settings = settings;
        this.addresses = addresses;
        this.links = links;
        this.files = files;
        this.caseLink = caseLink;
        this.texts = texts;
    }

    /**
     * The mail, ready to be sent to whom it was written.
     *
     * @param readers who else gets it; the mail itself goes to the contact only
     * @param references ids of the earlier mails of the case, the oldest first
     * @throws MessagingException when the recipient's address cannot be one
     */
    AddressedMail compose(StoredMessage letter, List<Recipient> readers, List<String> references)
            throws MessagingException {
        return compose(letter, recipientOf(letter), readers, references);
    }

    /** The same mail on its way to one of its other readers, with a link of its own. */
    AddressedMail copyFor(Recipient reader, StoredMessage letter, List<Recipient> readers, List<String> references)
            throws MessagingException {
        return compose(letter, reader, readers, references);
    }

    private AddressedMail compose(
            StoredMessage letter, Recipient receiver, List<Recipient> readers, List<String> references)
            throws MessagingException {
        var contact = named(recipientOf(letter));
        var mail = new AddressedMail(mailer.createMimeMessage().getSession(), named(receiver));
        var enclosed = files.of(letter.id);
        var parts = new MimeMessageHelper(mail, mode(enclosed), UTF_8);
        parts.setFrom(named(settings.from(), letter.authorName));
        String token = addresses.tokenOf(letter.caseNumber);
        parts.setReplyTo(named(addresses.replyTo(token), letter.authorName));
        parts.setTo(contact);
        for (Recipient reader : readers) {
            parts.addCc(named(reader));
        }
        parts.setSubject(String.valueOf(letter.subject));
        parts.setText((bodyOf(letter) + linkOf(letter, receiver) + "\n\n" + OwnAddresses.written(token))
                .replace("\n", "\r\n"));
        enclose(enclosed, parts);
        parts.setSentDate(Date.from(letter.createdAt));
        mail.setHeader("Message-ID", letter.internetMessageId);
        if (letter.inReplyTo != null) {
            mail.setHeader("In-Reply-To", letter.inReplyTo);
        }
        if (!references.isEmpty()) {
            mail.setHeader("References", MimeUtility.fold("References: ".length(), String.join(" ", references)));
        }
        mail.setContentLanguage(new String[] {localeOf(letter).getLanguage()});
        if (letter.autoSubmitted != null) {
            mail.setHeader("Auto-Submitted", letter.autoSubmitted);
            // Exchange does not look at Auto-Submitted before it says that somebody is out of office.
            mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        return mail;
    }

    private static Recipient recipientOf(StoredMessage letter) {
        return new Recipient(String.valueOf(letter.recipientName), String.valueOf(letter.recipientAddress));
    }

    private static Locale localeOf(StoredMessage letter) {
        return LetterTexts.localeFor(Locale.forLanguageTag(String.valueOf(letter.locale)));
    }

    /** It is in the mail only: what is kept of the letter others may read. */
    private String linkOf(StoredMessage letter, Recipient receiver) {
        if (letter.kind == MessageKind.SATISFACTION) {
            return "";
        }
        return caseLink.of(letter.caseNumber, receiver.email(), localeOf(letter))
                .map(link -> "\n\n" + texts.caseLink(link, localeOf(letter)))
                .orElse("");
    }

    private static int mode(List<LetterFile> enclosed) {
        return enclosed.isEmpty() ? MimeMessageHelper.MULTIPART_MODE_NO : MimeMessageHelper.MULTIPART_MODE_MIXED;
    }

    private static void enclose(List<LetterFile> enclosed, MimeMessageHelper parts) throws MessagingException {
        // Names are encoded after RFC 2231 then, which is for parameters.
        parts.setEncodeFilenames(false);
        for (LetterFile file : enclosed) {
            parts.addAttachment(file.name(), new EnclosedFile(file));
        }
    }

    private String bodyOf(StoredMessage letter) {
        return letter.kind == MessageKind.SATISFACTION
                ? letter.body.replace(
                        LetterContent.Satisfaction.LINK, links.getObject().of(letter.caseNumber))
                : letter.body;
    }

    private static InternetAddress named(Recipient recipient) throws MessagingException {
        return named(recipient.email(), recipient.name());
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
