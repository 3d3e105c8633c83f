package io.casewright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class MailBodyTests {

    @Test
    void opensNothingButText() throws Exception {
        var text = new MimeBodyPart();
        text.setText("Restart it.");
        text.setHeader("Content-Type", "text/plain");
        var mail = new MimeBodyPart();
        mail.setContent(new MimeMultipart(text, unopened("application/pdf", "a.pdf"), unopened("image/png", "b.png")));
        mail.setHeader("Content-Type", "multipart/mixed; boundary=x");

        var content = MailBody.of(mail);

        assertThat(content.text().strip()).isEqualTo("Restart it.");
        assertThat(content.files()).extracting(MailFile::name).containsExactly("a.pdf", "b.png");
    }

    private static MimeBodyPart unopened(String type, String name) throws Exception {
        var part = new MimeBodyPart() {

            @Override
            public Object getContent() {
                throw new AssertionError("It was opened");
            }

            @Override
            public InputStream getInputStream() {
                throw new AssertionError("It was opened");
            }
        };
        part.setHeader("Content-Type", type);
        part.setFileName(name);
        return part;
    }
}
