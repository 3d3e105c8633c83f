package io.casewright.testkit;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import io.casewright.localstack.identity.DemoPerson;
import java.util.Map;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a request of a test come from somebody who is logged in to the pages. */
public final class LoggedIn {

    private LoggedIn() {}

    public static RequestPostProcessor as(DemoPerson person) {
        return withClaims(person.claims());
    }

    /** Somebody about whom the issuer says this. */
    public static RequestPostProcessor withClaims(Map<String, Object> claims) {
        return oidcLogin().idToken(token -> token.claims(all -> all.putAll(claims)));
    }
}
