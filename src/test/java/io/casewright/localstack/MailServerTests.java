package io.casewright.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTests {

    private static final String ADDRESS = "nobody.told.it@contoso.example";

    @Test
    void takesAnyRecipientAndIsReadOverImap() throws Exception {
        var settings = StackSettings.besideOthers(Path.of("target", "test-mail-server"));
        try (var server = MailServer.start(settings);
                var store = Session.getInstance(new Properties()).getStore("imap")) {
            assertThat(server.mailbox(ADDRESS)).isEmpty();
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(settings.port(Port.SMTP));
            var mail = new SimpleMailMessage();
            mail.setFrom("support@partner.example");
            mail.setTo(ADDRESS);
            mail.setSubject("Hello");
            mail.setText("World");
            sender.send(mail);
            store.connect("127.0.0.1", settings.port(Port.IMAP), ADDRESS, "demo");
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                assertThat(inbox.getMessages()).hasSize(1);
                assertThat(inbox.getMessage(1).getSubject()).isEqualTo("Hello");
                inbox.close();
            });
            assertThat(server.mailbox(ADDRESS)).hasSize(1);
            assertThat(server.mailbox("somebody.else@contoso.example")).isEmpty();
        }
    }

    @Test
    void saysOnTopOfAMailWhatItFoundAboutTheSender() throws Exception {
        var settings = StackSettings.besideOthers(Path.of("target", "test-mail-server-stamps"));
        try (var server = MailServer.start(settings)) {
            server.send("agent@partner.example", ADDRESS, "Hello", "World");
            server.send("impostor@partner.example", ADDRESS, "Hello", "World");
            send(settings, "eve@evil.example", """
                    Authentication-Results: other.example; dkim=pass header.d=other.example
                    Authentication-Results: (x) MX.partner.example 1; dmarc=pass header.from=partner.example
                    Authentication-Results: "mx.partner.example
                    From: agent@partner.example
                    Subject: Hello

                    World
                    """);

            send(settings, "eve@evil.example", "From: <<@, nobody\nSubject: Hello\n\nWorld\n");

            await().until(() -> server.mailbox(ADDRESS).size() == 4);

            var mails = server.mailbox(ADDRESS);
            assertThat(mails.get(0).getAllHeaderLines().nextElement())
                    .isEqualTo(
                            "Authentication-Results: mx.partner.example; spf=pass smtp.mailfrom=\"partner.example\"; dmarc=pass header.from=\"partner.example\"");
            assertThat(mails.get(1).getHeader("Authentication-Results"))
                    .singleElement()
                    .asString()
                    .contains("spf=fail", "dmarc=fail");
            assertThat(mails.get(2).getHeader("Authentication-Results"))
                    .as("nothing in its own name but its own")
                    .containsExactly(
                            "mx.partner.example; spf=pass smtp.mailfrom=\"evil.example\"; dmarc=fail header.from=\"partner.example\"",
                            "other.example; dkim=pass header.d=other.example");
            assertThat(mails.get(2).getContent()).asString().startsWith("World");
            assertThat(mails.get(3).getHeader("Authentication-Results"))
                    .singleElement()
                    .asString()
                    .contains("dmarc=fail");
        }
    }

    private static void send(StackSettings settings, String envelopeSender, String mail) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", "" + settings.port(Port.SMTP));
        properties.setProperty("mail.smtp.from", envelopeSender);
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        Transport.send(
                new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(bytes)),
                InternetAddress.parse(ADDRESS));
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsSetting() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = Port.SMTP.from(Map.of("CASEWRIGHT_SMTP_PORT", "" + taken.getLocalPort()));
            assertThatThrownBy(() -> Port.SMTP.requireFree(port))
                    .isInstanceOf(StackProblem.class)
                    .hasMessageContaining("" + port)
                    .hasMessageContaining("mail server")
                    .hasMessageContaining("CASEWRIGHT_SMTP_PORT");
        }
    }
}
