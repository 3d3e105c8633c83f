package io.casewright.localstack;

import com.icegreen.greenmail.mail.MailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes on top of a mail what the local mail server found about its sender, as RFC 8601 has it. No domain of the story
 * publishes anything, so a mail is from whom its envelope says, with one exception: nothing is believed of the impostor.
 */
final class SenderCheck {

    /** The name in what the local mail server found. */
    static final String SERVER = "mx.partner.example";

    /** Whoever wants to see a forged mail refused sends one from here. */
    static final String IMPOSTOR = "impostor@";

    private static final String RESULTS = "Authentication-Results";

    private SenderCheck() {}

    /** @param envelopeSender null of a mail that nobody is to answer */
    static MimeMessage stamped(MimeMessage mail, @Nullable MailAddress envelopeSender) {
        try {
            withoutClaims(mail);
            var bytes = new ByteArrayOutputStream();
            bytes.write((RESULTS + ": " + found(mail, envelopeSender) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            mail.writeTo(bytes);
            return new MimeMessage(null, new ByteArrayInputStream(bytes.toByteArray()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("A mail cannot be stamped", e);
        }
    }

    /** What came with the mail in the server's own name is taken out. */
    private static void withoutClaims(MimeMessage mail) throws MessagingException {
        String[] all = mail.getHeader(RESULTS);
        if (all == null) {
            return;
        }
        mail.removeHeader(RESULTS);
        for (String theirs : Arrays.stream(all).filter(each -> !isOurs(each)).toList()) {
            mail.addHeader(RESULTS, theirs);
        }
    }

    private static boolean isOurs(String results) {
        try {
            return new HeaderTokenizer(results, ";=", true).next().getValue().equalsIgnoreCase(SERVER);
        } catch (ParseException e) {
            // Whose it is cannot be told, so nobody is to believe it.
            return true;
        }
    }

    private static String found(MimeMessage mail, @Nullable MailAddress envelopeSender) throws MessagingException {
        String sender = envelopeSender == null ? "" : envelopeSender.getEmail();
        boolean known = !sender.isEmpty() && !sender.startsWith(IMPOSTOR);
        String author = authorsDomain(mail);
        return "%s; spf=%s smtp.mailfrom=%s; dmarc=%s header.from=%s"
                .formatted(
                        SERVER,
                        known ? "pass" : "fail",
                        quoted(domain(sender)),
                        known && domain(sender).equalsIgnoreCase(author) ? "pass" : "fail",
                        quoted(author));
    }

    /** Of the one author; empty when it is not clear who that is. */
    private static String authorsDomain(MimeMessage mail) throws MessagingException {
        String[] from = mail.getHeader("From");
        try {
            var authors = from == null || from.length != 1
                    ? new InternetAddress[0]
                    : InternetAddress.parseHeader(from[0], true);
            return authors.length == 1 ? domain(authors[0].getAddress()) : "";
        } catch (AddressException e) {
            return "";
        }
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String quoted(String domain) {
        return '"' + domain.replaceAll("[^A-Za-z0-9._-]", "?") + '"';
    }
}
