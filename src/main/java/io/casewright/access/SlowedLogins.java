package io.casewright.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps who gave wrong passwords from trying the next one at once; what is tried too early is not even looked at. */
final class SlowedLogins extends OncePerRequestFilter {

    private final FailedLogins failedLogins;
    private final ProblemAnswers problems;
    private final BasicAuthenticationConverter passwords = new BasicAuthenticationConverter();

    SlowedLogins(FailedLogins failedLogins, ProblemAnswers problems) {
        this.failedLogins = failedLogins;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = waitOf(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, "" + seconds);
        problems.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-failed-logins",
                "Too many logins failed. Try again in %d s.".formatted(seconds));
    }

    private Duration waitOf(HttpServletRequest request) {
        try {
            var password = passwords.convert(request);
            return password == null ? Duration.ZERO : failedLogins.waitFor(password.getName(), request.getRemoteAddr());
        } catch (AuthenticationException e) {
            // No password at all; whoever checks it says so.
            return Duration.ZERO;
        }
    }
}
