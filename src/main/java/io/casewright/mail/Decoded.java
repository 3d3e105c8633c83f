package io.casewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The content of a part, out of the form in which it was sent; in that form where nobody knows what it is. */
final class Decoded {

    private Decoded() {}

    static InputStream of(Part part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (IOException | MessagingException e) {
            // The library reads once whether to forgive this, and something else may have made it read before.
            if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("unknown encoding")) {
                throw e;
            }
            return switch (part) {
                case MimeMessage mail -> mail.getRawInputStream();
                case MimeBodyPart body -> body.getRawInputStream();
                default -> throw e;
            };
        }
    }
}
