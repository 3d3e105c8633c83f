package io.casewright.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells a program whether its token is refused or cannot be checked now; only the second is worth another try. */
final class TokenFailures implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(TokenFailures.class);

    private static final String ANY = "Valid credentials are needed.";

    private final AccessSettings settings;
    private final ProblemAnswers problems;

    TokenFailures(AccessSettings settings, ProblemAnswers problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            log.warn("A token of {} cannot be checked: {}", settings.issuer(), failure.getMessage());
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "The issuer of this token does not answer, so it cannot be checked. Try again in a moment.");
        } else {
            problems.refuse(response, "Bearer", reasonOf(failure));
        }
    }

    private static String reasonOf(AuthenticationException failure) {
        return failure.getCause() instanceof JwtValidationException refused
                ? refused.getErrors().stream()
                        .filter(error -> error.getErrorCode().equals(TokenChecks.TOLD))
                        .map(OAuth2Error::getDescription)
                        .findFirst()
                        .orElse(ANY)
                : ANY;
    }
}
