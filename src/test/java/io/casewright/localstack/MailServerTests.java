package io.casewright.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
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
