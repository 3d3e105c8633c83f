package io.casewright.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.simulator.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SignInTests {

    private static final String TENANT = "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01";
    private static final MicrosoftSimulator SIMULATOR = MicrosoftSimulator.start(0);

    @AfterEach
    void consentAnew() {
        SIMULATOR.tokens().consentAnew();
    }

    @AfterAll
    static void end() {
        SIMULATOR.close();
    }

    private static SignIn signIn(String... more) {
        return new TokenSource(Lines.settings(SIMULATOR.address(), more), new Lines.NothingKept());
    }

    private static Call toGraph() {
        return Call.get(Api.GRAPH, TENANT, "/v1.0/things");
    }

    private static Call toPartnerCenter() {
        return Call.get(Api.PARTNER_CENTER, TENANT, "/v1/things");
    }

    @Test
    void signsInAsTheApplicationInTheTenantThatIsAskedAbout() {
        var holder = SIMULATOR.tokens().holderOf(signIn().tokenFor(toGraph()));

        assertThat(holder).hasValueSatisfying(token -> {
            assertThat(token.tenantId()).isEqualTo(TENANT);
            assertThat(token.appOnly()).isTrue();
            assertThat(token.scope()).contains(SIMULATOR.address() + "/.default");
        });
    }

    @Test
    void signsInWithThePersonWhoConsentedForPartnerCenter() {
        var holder = SIMULATOR.tokens().holderOf(signIn().tokenFor(toPartnerCenter()));

        assertThat(holder).hasValueSatisfying(token -> {
            assertThat(token.tenantId()).isEqualTo(Tokens.PARTNER_TENANT);
            assertThat(token.appOnly()).isFalse();
        });
    }

    @Test
    void keepsATokenUntilItIsForgotten() {
        var signIn = signIn();
        String first = signIn.tokenFor(toGraph());
        String person = signIn.tokenFor(toPartnerCenter());

        assertThat(signIn.tokenFor(toGraph())).isEqualTo(first);
        assertThat(signIn.tokenFor(toPartnerCenter())).isEqualTo(person);
        signIn.forget(toGraph());
        assertThat(signIn.tokenFor(toGraph())).isNotEqualTo(first);
        assertThat(signIn.tokenFor(toPartnerCenter())).isEqualTo(person);
    }

    @Test
    void goesOnWithTheRenewedConsentWhenTheFirstHasRunOut() {
        var signIn = signIn();
        String first = signIn.tokenFor(toPartnerCenter());
        SIMULATOR.tokens().outdateFirstConsent();
        signIn.forget(toPartnerCenter());
        String second = signIn.tokenFor(toPartnerCenter());
        assertThat(second).isNotEqualTo(first);
        assertThat(signIn.tokenFor(toPartnerCenter())).isEqualTo(second);
    }

    @Test
    void goesBackToTheConsentWhenWhatCameOfItIsRefused() {
        var signIn = signIn();
        String first = signIn.tokenFor(toPartnerCenter());
        SIMULATOR.tokens().withdrawRenewedConsents();
        signIn.forget(toPartnerCenter());
        assertThat(signIn.tokenFor(toPartnerCenter())).isNotEqualTo(first);

        SIMULATOR.tokens().withdrawRenewedConsents();
        SIMULATOR.tokens().outdateFirstConsent();
        signIn.forget(toPartnerCenter());
        assertThatThrownBy(() -> signIn.tokenFor(toPartnerCenter())).isInstanceOf(MicrosoftRefused.class);
    }

    @Test
    void saysThatATenantHasNotConsented() {
        SIMULATOR.tokens().refuse("6bd28f9e-b0a7-4d6e-9cbb-7fc09d81e407");

        var refused = catchThrowableOfType(
                MicrosoftRefused.class,
                () -> signIn().tokenFor(Call.get(Api.GRAPH, "6bd28f9e-b0a7-4d6e-9cbb-7fc09d81e407", "/v1.0/things")));

        assertThat(refused.code()).isEqualTo("AADSTS700016");
        assertThat(refused.reason()).contains("has not consented to the application");
    }

    @Test
    void saysThatThePartnersConsentNoLongerCounts() {
        assertThatThrownBy(() -> signIn("refresh-token=outdated").tokenFor(toPartnerCenter()))
                .isInstanceOf(MicrosoftRefused.class)
                .hasMessageContaining("Consent anew with a second factor");
    }

    @Test
    void takesASignInThatIsAwayAsNoAnswer() {
        var away = new TokenSource(Lines.settings("http://127.0.0.1:1"), new Lines.NothingKept());

        assertThatThrownBy(() -> away.tokenFor(toGraph())).isInstanceOf(MicrosoftUnavailable.class);
        assertThatThrownBy(() -> away.tokenFor(toPartnerCenter())).isInstanceOf(MicrosoftUnavailable.class);
    }

    @Test
    void refusesToFetchTokensOverAnOpenLine() {
        assertThatThrownBy(() -> new LoginAddress(java.net.URI.create("http://192.0.2.7")))
                .hasMessageContaining("casewright.microsoft.login");
    }

    @Test
    void neverTellsATokenOrASecretInTheLog() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            String token = signIn().tokenFor(toGraph());
            String person = signIn().tokenFor(toPartnerCenter());
            assertThatThrownBy(() -> signIn("client-secret=wrong-secret").tokenFor(toGraph()))
                    .hasMessageContaining("Set the application's secret anew");
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(line -> line.contains(token)
                            || line.contains(person)
                            || line.contains(Tokens.CLIENT_SECRET)
                            || line.contains("wrong-secret")
                            || line.contains(Tokens.REFRESH_TOKEN));
        } finally {
            root.detachAppender(log);
        }
    }
}
