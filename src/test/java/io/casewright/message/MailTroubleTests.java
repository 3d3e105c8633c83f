package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;

class MailTroubleTests {

    @ParameterizedTest
    @CsvSource({"550, true", "553, true", "501, true", "421, false", "450, false", "452, false"})
    void onlyAnAnswerInTheFiveHundredsIsForGood(int code, boolean forGood) throws Exception {
        assertThat(MailTrouble.refusalIn(addressRefused(code)).isPresent()).isEqualTo(forGood);
        assertThat(MailTrouble.refusalIn(mailRefused(code)).isPresent()).isEqualTo(forGood);
    }

    @ParameterizedTest
    @CsvSource({"530", "534", "535", "538"})
    void aLoginThatIsWrongCanBeMended(int code) {
        assertThat(MailTrouble.refusalIn(mailRefused(code))).isEmpty();
    }

    @Test
    void anAddressThatCannotBeOneIsForGood() {
        assertThat(MailTrouble.refusalIn(new AddressException("Missing final '@domain'", "nonsense")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("Correct it"));
    }

    @Test
    void aServerThatDoesNotAnswerIsAway() throws Exception {
        var away = new MailSendException("failed", new MessagingException("failed", new ConnectException("refused")));
        assertThat(MailTrouble.refusalIn(away)).isEmpty();
        assertThat(MailTrouble.isAway(away)).isTrue();
        assertThat(MailTrouble.isAway(addressRefused(450))).isFalse();
    }

    @Test
    void whatIsLoggedAndShownNamesNoAddress() throws Exception {
        var trouble = MailTrouble.temporary("CW-2026-000042", addressRefused(450));
        assertThat(trouble).hasNoCause().hasMessageContaining("CW-2026-000042");
        assertThat(trouble.toString()).doesNotContain("contoso");
        assertThat(MailTrouble.refusalIn(addressRefused(550)).orElseThrow())
                .contains("550")
                .doesNotContain("contoso");
    }

    private static MailSendException addressRefused(int code) throws Exception {
        var address = new InternetAddress("it@contoso.example");
        var refused = new SMTPAddressFailedException(
                address, "RCPT TO:<it@contoso.example>", code, code + " <it@contoso.example> no");
        return wrapped(new SendFailedException("Invalid Addresses", refused));
    }

    private static MailSendException mailRefused(int code) {
        return wrapped(new SMTPSendFailedException(
                "DATA",
                code,
                code + " no",
                null,
                new InternetAddress[0],
                new InternetAddress[0],
                new InternetAddress[0]));
    }

    private static MailSendException wrapped(Exception cause) {
        return new MailSendException(Map.of("mail", cause));
    }
}
