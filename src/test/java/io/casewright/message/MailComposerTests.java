package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailComposerTests {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final OwnAddresses ADDRESSES =
            new OwnAddresses(Letters.SETTINGS, JdbcClient.create(new DriverManagerDataSource())) {
                @Override
                public String tokenOf(String caseNumber) {
                    return TOKEN;
                }
            };

    private final MailComposer composer = new MailComposer(
            new JavaMailSenderImpl(),
            Letters.SETTINGS,
            ADDRESSES,
            new StaticListableBeanFactory().getBeanProvider(PersonalLink.class));

    @Test
    void speaksForThePartner() throws Exception {
        var mail = written(composer.compose(aLetter(), List.of(), List.of()));
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("support@partner.example"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Northwind \"Wolke\" Süd");
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("support@partner.example"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("elodie@proseware.example"));
        assertThat(mail.getSubject()).isEqualTo("[CW-2026-000042] Élan brisé");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(mail.getContent()).isEqualTo("Bonjour Élodie,\r\n\r\nça marche.\r\n\r\n[ref:" + TOKEN + "]");
        assertThat(mail.getContentLanguage()).containsExactly("fr");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void isTheSameMailEachTime() throws Exception {
        assertThat(bytes(composer.compose(aLetter(), List.of(), List.of("<a@b.example>"))))
                .isEqualTo(bytes(composer.compose(aLetter(), List.of(), List.of("<a@b.example>"))));
    }

    @Test
    void answersTheEarlierMailsOfTheCase() throws Exception {
        var letter = aLetter();
        letter.inReplyTo = "<last@contoso.example>";
        var ids = IntStream.range(0, 10)
                .mapToObj(i -> "<%s-%d@contoso.example>".formatted("x".repeat(70), i))
                .toList();
        var mail = written(composer.compose(letter, List.of(), ids));
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<last@contoso.example>");
        assertThat(mail.getHeader("References", null).split("\\s+")).containsExactlyElementsOf(ids);
        assertThat(new String(bytes(composer.compose(letter, List.of(), ids)), StandardCharsets.US_ASCII).lines())
                .allMatch(line -> line.length() < 998);
    }

    @Test
    void saysWhetherAPersonWroteIt() throws Exception {
        var letter = aLetter();
        assertThat(written(composer.compose(letter, List.of(), List.of())).getHeader("Auto-Submitted"))
                .isNull();
        letter.autoSubmitted = "auto-generated";
        assertThat(written(composer.compose(letter, List.of(), List.of())).getHeader("Auto-Submitted"))
                .containsExactly("auto-generated");
    }

    @Test
    void noNameAddsAHeader() throws Exception {
        var letter = aLetter();
        letter.authorName = "Evil\r\nBcc: all@contoso.example";
        letter.recipientName = "Evil\r\nBcc: all@contoso.example";
        letter.subject = "Evil\r\nBcc: all@contoso.example\r\n\r\nbody";
        var mail = written(composer.compose(letter, List.of(), List.of()));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getContent()).isEqualTo("Bonjour Élodie,\r\n\r\nça marche.\r\n\r\n[ref:" + TOKEN + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "a@b@c.example",
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "a b@c.example",
                ""
            })
    void whatIsNotOneAddressIsRefused(String address) {
        var letter = aLetter();
        letter.recipientAddress = address;
        assertThatThrownBy(() -> composer.compose(letter, List.of(), List.of())).isInstanceOf(AddressException.class);
    }

    private static StoredMessage aLetter() {
        var letter = new StoredMessage();
        letter.authorName = "Northwind \"Wolke\" Süd";
        letter.recipientName = "Élodie Marchand";
        letter.recipientAddress = "elodie@proseware.example";
        letter.subject = "[CW-2026-000042] Élan brisé";
        letter.body = "Bonjour Élodie,\n\nça marche.";
        letter.locale = "fr-FR";
        letter.internetMessageId = "<CW-2026-000042.1@partner.example>";
        letter.createdAt = Instant.parse("2026-11-23T12:00:00Z");
        return letter;
    }

    /** As it would be read at the other end. */
    private static MimeMessage written(MimeMessage mail) throws Exception {
        return new MimeMessage(null, new ByteArrayInputStream(bytes(mail)));
    }

    private static byte[] bytes(MimeMessage mail) throws Exception {
        var out = new ByteArrayOutputStream();
        // As Spring's sender does: the id that is given here stays.
        String id = mail.getMessageID();
        mail.saveChanges();
        mail.setHeader("Message-ID", id);
        mail.writeTo(out);
        return out.toByteArray();
    }
}
