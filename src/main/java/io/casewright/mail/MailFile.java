package io.casewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;

/** A file that came with a mail. Nothing of it is read before it is opened. */
public final class MailFile {

    private final String name;
    private final Part part;

    MailFile(String name, Part part) {
        this.name = name;
        this.part = part;
    }

    /** As the mail names it, in one line; empty when it does not. It may be anything, a path as well. */
    public String name() {
        return name;
    }

    /** Its content, decoded as it is read. */
    public InputStream open() throws IOException {
        try {
            return Decoded.of(part);
        } catch (MessagingException e) {
            throw new IOException("A file of a mail cannot be opened", e);
        }
    }
}
