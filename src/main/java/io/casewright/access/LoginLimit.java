package io.casewright.access;

import io.casewright.access.Notices.Notice;
import io.casewright.access.Quota.Standing;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Bounds how many logins are begun from one address within a minute: each asks the login server and takes memory for a session. */
@Component
class LoginLimit {

    private static final RequestMatcher ON_THE_WAY = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/oauth2/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/login/**"));

    private final Notices notices;
    private final Quota ofAddresses;

    LoginLimit(LimitSettings settings, Notices notices) {
        this.notices = notices;
        this.ofAddresses = new Quota(settings.loginsPerAddress(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** Whether another step of a login may be made; else that was told. */
    boolean admits(HttpServletRequest request, HttpServletResponse response) {
        Standing standing = ofAddresses.take(request.getRemoteAddr());
        if (!standing.granted()) {
            refuse(request, response, standing);
        }
        return standing.granted();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Standing standing) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "" + standing.secondsToNext());
        notices.show(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                new Notice(
                        "Too many logins at once",
                        "From the network you are in more than %d logins were begun within a minute. Try again in %d s."
                                .formatted(standing.limit(), standing.secondsToNext()),
                        "/",
                        "Try again",
                        null));
    }

    /** For the addresses of the way to the login server and back. */
    Filter onTheWay() {
        return new Gate(ON_THE_WAY, this::admits);
    }
}
