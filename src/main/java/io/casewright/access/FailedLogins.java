package io.casewright.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Who gave a wrong password has to wait before the next try, the longer the more often: for each login from each address, and for an
 * address that tries many logins. Nobody is locked out for good, and nobody else by it.
 */
@Component
class FailedLogins {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int FREE_FOR_A_LOGIN = 5;
    private static final int FREE_FOR_AN_ADDRESS = 50;

    private final LatestKnown<Failures> failures = new LatestKnown<>();
    private final Clock clock;

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int number, Instant last) {

        private static final Failures NONE = new Failures(0, Instant.EPOCH);

        int countAt(Instant now) {
            return last.isBefore(now.minus(FORGOTTEN_AFTER)) ? 0 : number;
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        if (isOfAPassword(event)) {
            count(login(event), addressOf(event));
        }
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (isOfAPassword(event)) {
            failures.forget(key(login(event), addressOf(event)));
        }
    }

    private static boolean isOfAPassword(AbstractAuthenticationEvent event) {
        return event.getAuthentication() instanceof UsernamePasswordAuthenticationToken;
    }

    private static String login(AbstractAuthenticationEvent event) {
        return event.getAuthentication().getName();
    }

    private static String addressOf(AbstractAuthenticationEvent event) {
        return event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }

    void count(String login, String address) {
        add(key(login, address));
        add(address);
    }

    private void add(String key) {
        var now = clock.instant();
        failures.update(key, Failures.NONE, before -> new Failures(before.countAt(now) + 1, now));
    }

    /** How long this login from this address must wait; zero when it may try. */
    Duration waitFor(String login, String address) {
        var ofLogin = waitAfter(key(login, address), FREE_FOR_A_LOGIN);
        var ofAddress = waitAfter(address, FREE_FOR_AN_ADDRESS);
        return ofLogin.compareTo(ofAddress) > 0 ? ofLogin : ofAddress;
    }

    private Duration waitAfter(String key, int free) {
        var known = Objects.requireNonNullElse(failures.of(key), Failures.NONE);
        var now = clock.instant();
        int tooMany = known.countAt(now) - free;
        if (tooMany < 0) {
            return Duration.ZERO;
        }
        var wait = Duration.ofSeconds(1L << Math.min(tooMany, 6));
        var left = Duration.between(now, known.last().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        return left.isPositive() ? left : Duration.ZERO;
    }

    /** No address has a line break. */
    private static String key(String login, String address) {
        return address + "\n" + login;
    }
}
