package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class FailedLoginsTests {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private Instant now = Instant.parse("2026-11-29T10:00:00Z");
    private final Clock clock = mock(Clock.class);
    private final FailedLogins logins = new FailedLogins(clock);

    @BeforeEach
    void timeGoesOnWhenTheTestSaysSo() {
        when(clock.instant()).thenAnswer(call -> now);
    }

    @Test
    void aFewMistakesCostNothing() {
        fail(4, "demo", HERE);
        assertThat(logins.waitFor("demo", HERE)).isZero();
    }

    @Test
    void theWaitDoublesUpToAMinute() {
        fail(5, "demo", HERE);
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            assertThat(logins.waitFor("demo", HERE)).isEqualTo(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
            assertThat(logins.waitFor("demo", HERE)).isZero();
            logins.count("demo", HERE);
        }
    }

    @Test
    void nobodyElseAndNowhereElseIsKeptWaiting() {
        fail(20, "demo", HERE);
        assertThat(logins.waitFor("act", HERE)).isZero();
        assertThat(logins.waitFor("demo", ELSEWHERE)).isZero();
    }

    @Test
    void anAddressThatTriesManyLoginsIsKeptWaitingWithAll() {
        for (int i = 0; i < 50; i++) {
            logins.count("login-" + i, HERE);
        }
        assertThat(logins.waitFor("another", HERE)).isPositive();
        assertThat(logins.waitFor("another", ELSEWHERE)).isZero();
    }

    @Test
    void whoGotInBeginsAnew() {
        fail(10, "demo", HERE);
        var login = UsernamePasswordAuthenticationToken.authenticated("demo", "demo", List.of());
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(HERE);
        login.setDetails(new WebAuthenticationDetails(request));
        logins.succeeded(new AuthenticationSuccessEvent(login));
        assertThat(logins.waitFor("demo", HERE)).isZero();
    }

    @Test
    void mistakesOfLongAgoAreForgotten() {
        fail(20, "demo", HERE);
        now = now.plus(Duration.ofMinutes(16));
        logins.count("demo", HERE);
        assertThat(logins.waitFor("demo", HERE)).isZero();
    }

    private void fail(int times, String login, String address) {
        for (int i = 0; i < times; i++) {
            logins.count(login, address);
        }
    }
}
