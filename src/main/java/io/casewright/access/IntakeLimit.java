package io.casewright.access;

import io.casewright.access.Quota.Standing;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Bounds what one caller and what one address may have taken in within a minute, and tells each how he stands, in the headers of
 * the IETF's draft (draft-ietf-httpapi-ratelimit-headers-03).
 */
@Component
class IntakeLimit {

    private static final RequestMatcher INTAKE = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/cases"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/cases/*/messages"),
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/api/v1/customers/*/statements/*/disputes"));

    private final Callers callers;
    private final ProblemAnswers problems;
    private final Quota ofClients;
    private final Quota ofAddresses;

    IntakeLimit(LimitSettings settings, Callers callers, ProblemAnswers problems) {
        this.callers = callers;
        this.problems = problems;
        this.ofClients = new Quota(settings.intakePerClient(), TimeMeter.SYSTEM_NANOTIME);
        this.ofAddresses = new Quota(settings.intakePerAddress(), TimeMeter.SYSTEM_NANOTIME);
    }

    private boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var standing = standingOf(request);
        response.setHeader("RateLimit-Limit", "" + standing.limit());
        response.setHeader("RateLimit-Remaining", "" + standing.remaining());
        response.setHeader("RateLimit-Reset", "" + standing.secondsToFull());
        if (!standing.granted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + standing.secondsToNext());
            problems.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-requests",
                    "More than %d requests came within a minute. Nothing was taken in; repeat this one in %d s."
                            .formatted(standing.limit(), standing.secondsToNext()));
        }
        return standing.granted();
    }

    private Standing standingOf(HttpServletRequest request) {
        var ofAddress = ofAddresses.take(request.getRemoteAddr());
        if (!ofAddress.granted()) {
            return ofAddress;
        }
        var ofClient = callers.of(SecurityContextHolder.getContext().getAuthentication())
                .map(caller -> ofClients.take(caller.name()))
                .orElse(ofAddress);
        return ofClient.isTighterThan(ofAddress) ? ofClient : ofAddress;
    }

    /** For those who may do what they ask for. */
    Filter afterAccess() {
        return new Gate(INTAKE, this::admits);
    }
}
