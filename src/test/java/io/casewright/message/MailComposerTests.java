package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private List<LetterFile> enclosed = List.of();
    private final Map<String, CaseLink.Made> links = new HashMap<>();

    private final MailComposer composer = new MailComposer(
            new JavaMailSenderImpl(),
            Letters.SETTINGS,
            ADDRESSES,
            new StaticListableBeanFactory().getBeanProvider(PersonalLink.class),
            message -> enclosed,
            (number, email, language) -> Optional.ofNullable(links.get(email)),
            new LetterTexts(Letters.SETTINGS));

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

    /** What is in them, byte by byte; a name in any script; a mail within a mail is no part of it. */
    @Test
    void enclosesFiles() throws Exception {
        byte[] content = "MZ\r\n.\r\n\0ÿ".getBytes(StandardCharsets.ISO_8859_1);
        enclosed = List.of(
                new AFile("Überblick – 概要.pdf", "application/pdf", content),
                new AFile("page.html", "text/html", content),
                new AFile("forwarded.eml", "message/rfc822", content));
        var mail = written(composer.compose(aLetter(), List.of(), List.of()));
        var parts = (MimeMultipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getBodyPart(0).getContent().toString()).startsWith("Bonjour Élodie,");
        for (int i = 0; i < enclosed.size(); i++) {
            var part = parts.getBodyPart(i + 1);
            assertThat(part.getFileName()).isEqualTo(enclosed.get(i).name());
            assertThat(part.getDisposition()).isEqualTo("attachment");
            assertThat(part.getInputStream().readAllBytes()).isEqualTo(content);
        }
        assertThat(parts.getBodyPart(3).getContentType()).startsWith("application/octet-stream");
    }

    /** Whoever got the link of another could write in that one's name. */
    @Test
    void eachReaderGetsALinkOfItsOwn() throws Exception {
        var until = Instant.parse("2026-12-23T12:00:00Z");
        links.put("elodie@proseware.example", new CaseLink.Made("https://desk.example/my-case/one", until));
        links.put("omar@proseware.example", new CaseLink.Made("https://desk.example/my-case/two", until));
        var omar = new Recipient("Omar Haddad", "omar@proseware.example");
        var guest = new Recipient("A Guest", "guest@elsewhere.example");
        var readers = List.of(omar, guest);
        var own = written(composer.compose(aLetter(), readers, List.of()));
        var copy = written(composer.copyFor(omar, aLetter(), readers, List.of()));
        var foreign = written(composer.copyFor(guest, aLetter(), readers, List.of()));
        assertThat(own.getContent().toString())
                .contains("jusqu'au mercredi 23 décembre 2026", "https://desk.example/my-case/one")
                .doesNotContain("/my-case/two");
        assertThat(copy.getContent().toString())
                .contains("https://desk.example/my-case/two")
                .doesNotContain("/my-case/one");
        assertThat(foreign.getContent().toString()).doesNotContain("/my-case/");
        assertThat(copy.getMessageID()).isEqualTo(own.getMessageID());
    }

    private record AFile(String name, String mediaType, byte[] content) implements LetterFile {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
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
        letter.id = 1L;
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
