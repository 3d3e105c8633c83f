package io.casewright.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A mail that is read from the disk: of its files nothing is in memory but what is just looked at. */
public final class OpenMail implements AutoCloseable {

    private final Path file;
    private final SharedFileInputStream content;
    private final MimeMessage mail;

    private OpenMail(Path file, SharedFileInputStream content, MimeMessage mail) {
        this.file = file;
        this.content = content;
        this.mail = mail;
    }

    /** @param raw as it was sent; read to its end */
    public static OpenMail of(InputStream raw) throws IOException, MessagingException {
        MailDecoding.forgive();
        Path file = Files.createTempFile("mail", ".eml");
        try {
            Files.copy(raw, file, StandardCopyOption.REPLACE_EXISTING);
            var content = new SharedFileInputStream(file.toFile());
            return new OpenMail(file, content, new MimeMessage(null, content));
        } catch (IOException | MessagingException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    public MimeMessage mail() {
        return mail;
    }

    @Override
    public void close() throws IOException {
        content.close();
        Files.deleteIfExists(file);
    }
}
