package io.casewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * What a mail says, and the files with it.
 *
 * @param text plain, whole, with whatever it quotes; empty when there is none that could be read
 * @param files in their order
 * @param shortfalls why not all of it stands in the text
 */
public record MailBody(String text, List<MailFile> files, Set<Shortfall> shortfalls) {

    static {
        MailDecoding.forgive();
    }

    /**
     * Reads the text; of files nothing but their names.
     *
     * @throws MessagingException when the connection to the mail is lost, or nothing of it can be made out
     */
    public static MailBody of(Part mail) throws MessagingException, IOException {
        var reading = new BodyReading();
        reading.visit(mail, 0);
        return reading.result();
    }
}
