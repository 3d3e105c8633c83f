package io.casewright.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Tokens;
import io.casewright.testkit.CasewrightTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The partner's sign-in over restarts of the application. */
@CasewrightTest
class KeptSignInTests {

    private static final String KEY = "token-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String OTHER_KEY = "token-key=ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
    private static final Call TO_PARTNER_CENTER =
            Call.get(Api.PARTNER_CENTER, "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01", "/v1/things");

    @Autowired
    private SealedSignIns table;

    @Autowired
    private JdbcClient database;

    private final MicrosoftSimulator microsoft = MicrosoftSimulator.start(0);

    @BeforeEach
    @AfterEach
    void keepNothing() {
        database.sql("DELETE FROM microsoft_sign_in").update();
    }

    @AfterEach
    void end() {
        microsoft.close();
    }

    /** A program that has just been started. */
    private SignIn started(String... more) {
        var settings = Lines.settings(microsoft.address(), more);
        return new TokenSource(settings, new KeptSignIn(settings, table));
    }

    private static void signsInAnew(SignIn signIn) {
        signIn.forget(TO_PARTNER_CENTER);
        assertThat(signIn.tokenFor(TO_PARTNER_CENTER)).isNotBlank();
    }

    @Test
    void goesOnAfterARestartWithWhatMicrosoftRenewed() {
        signsInAnew(started(KEY));
        microsoft.tokens().outdateFirstConsent();

        signsInAnew(started(KEY));
    }

    @Test
    void keepsEachRenewal() {
        signsInAnew(started(KEY));
        byte[] first = sealed().getFirst();

        signsInAnew(started(KEY));

        assertThat(sealed()).singleElement().isNotEqualTo(first);
    }

    @Test
    void keepsNothingWithoutAKey() {
        signsInAnew(started());
        assertThat(sealed()).isEmpty();

        microsoft.tokens().outdateFirstConsent();
        assertThatThrownBy(() -> started().tokenFor(TO_PARTNER_CENTER)).isInstanceOf(MicrosoftRefused.class);
    }

    @Test
    void keepsNoClearText() {
        signsInAnew(started(KEY));

        String row = database.sql("SELECT * FROM microsoft_sign_in").query().singleRow().values().stream()
                .map(value ->
                        value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : "" + value)
                .reduce("", String::concat);
        assertThat(row).doesNotContain(Tokens.REFRESH_TOKEN, "simulated", "RefreshToken", "northwind");
    }

    @Test
    void withAnotherKeyTheConfiguredOneIsUsedAndAWarningSaysWhatToDo() {
        signsInAnew(started(KEY));
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(KeptSignIn.class);
        logger.addAppender(log);
        try {
            signsInAnew(started(OTHER_KEY));
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).singleElement().satisfies(warning -> {
            assertThat(warning.getLevel()).isEqualTo(Level.WARN);
            assertThat(warning.getFormattedMessage())
                    .contains("CASEWRIGHT_MICROSOFT_TOKEN_KEY", "set the former key again, or consent anew");
        });
        microsoft.tokens().outdateFirstConsent();
        signsInAnew(started(OTHER_KEY));
    }

    @Test
    void anotherKeyTakesNothingAwayThatTheFirstCanStillOpen() {
        signsInAnew(started(KEY));
        microsoft.tokens().outdateFirstConsent();

        assertThatThrownBy(() -> started(OTHER_KEY).tokenFor(TO_PARTNER_CENTER)).isInstanceOf(MicrosoftRefused.class);

        signsInAnew(started(KEY));
    }

    @Test
    void goesBackToTheConfiguredOneWhenMicrosoftRefusesTheKeptOne() {
        signsInAnew(started(KEY));
        byte[] refused = sealed().getFirst();
        microsoft.tokens().withdrawRenewedConsents();

        signsInAnew(started(KEY));

        assertThat(sealed()).singleElement().isNotEqualTo(refused);
        microsoft.tokens().outdateFirstConsent();
        signsInAnew(started(KEY));
    }

    @Test
    void aNewConsentTakesThePlaceOfTheKeptOne() {
        signsInAnew(started(KEY));
        microsoft.tokens().consentOf("another-consent");

        assertThatThrownBy(() -> started(KEY, "refresh-token=never-given").tokenFor(TO_PARTNER_CENTER))
                .as("what is kept comes of another consent")
                .isInstanceOf(MicrosoftRefused.class);
        signsInAnew(started(KEY, "refresh-token=another-consent"));

        assertThat(sealed()).hasSize(1);
        microsoft.tokens().outdateFirstConsent();
        assertThatThrownBy(() -> started(KEY).tokenFor(TO_PARTNER_CENTER)).isInstanceOf(MicrosoftRefused.class);
    }

    @Test
    void aKeyThatIsNoneStopsTheStartWithoutBeingTold() {
        assertThatThrownBy(() -> started("token-key=c2hvcnQ="))
                .hasMessageContaining("CASEWRIGHT_MICROSOFT_TOKEN_KEY must be 32 bytes in Base64")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> started("token-key=no base64!"))
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("no base64!");
    }

    private List<byte[]> sealed() {
        return database.sql("SELECT sealed FROM microsoft_sign_in")
                .query(byte[].class)
                .list();
    }
}
