package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.platform.text.Secret;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenChecksTests {

    private static final String ISSUER = "https://login.partner.example";

    private final AccessSettings settings =
            new AccessSettings(ISSUER, "casewright", Secret.NONE, "roles", "queues", "casewright-api", "reach", false);

    @Test
    void takesAnAccessTokenOfTheIssuerForThisInterface() {
        assertThat(problemsOf(token -> token)).isEmpty();
        assertThat(problemsOf(token -> token.header("typ", "at+jwt"))).isEmpty();
        assertThat(problemsOf(token -> token.audience(List.of("other", "casewright-api"))))
                .isEmpty();
    }

    @Test
    void refusesATokenForSomebodyElse() {
        assertThat(problemsOf(token -> token.audience(List.of("casewright"))))
                .containsExactly("This token is for somebody else: its audience must be casewright-api.");
        assertThat(problemsOf(token -> token.claims(all -> all.remove("aud")))).hasSize(1);
    }

    @Test
    void refusesTheTokenOfALogin() {
        String refusal = "This is no access token.";
        assertThat(problemsOf(token -> token.claim("nonce", "n"))).containsExactly(refusal);
        assertThat(problemsOf(token -> token.claim("at_hash", "h"))).containsExactly(refusal);
        assertThat(problemsOf(token -> token.claim("typ", "ID"))).containsExactly(refusal);
        assertThat(problemsOf(token -> token.header("typ", "logout+jwt"))).containsExactly(refusal);
    }

    @Test
    void refusesATokenOfNobody() {
        String refusal = "This token does not say whose it is.";
        assertThat(problemsOf(token -> token.claims(all -> all.remove("sub")))).containsExactly(refusal);
        assertThat(problemsOf(token -> token.subject("  "))).containsExactly(refusal);
        assertThat(problemsOf(token -> token.subject("x".repeat(191)))).containsExactly(refusal);
    }

    @Test
    void allowsClocksToDifferByAMinuteAndNotMore() {
        var now = Instant.now();
        assertThat(problemsOf(token -> token.expiresAt(now.minusSeconds(30)))).isEmpty();
        assertThat(problemsOf(token -> token.expiresAt(now.minusSeconds(90)))).hasSize(1);
        assertThat(problemsOf(token -> token.notBefore(now.plusSeconds(90)))).hasSize(1);
    }

    @Test
    void refusesAnotherIssuer() {
        assertThat(problemsOf(token -> token.issuer("https://login.other.example")))
                .hasSize(1);
    }

    private List<String> problemsOf(UnaryOperator<Jwt.Builder> change) {
        var token = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .issuer(ISSUER)
                .subject("contoso-portal")
                .audience(List.of("casewright-api"))
                .issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().plusSeconds(600));
        return TokenChecks.of(settings).validate(change.apply(token).build()).getErrors().stream()
                .map(OAuth2Error::getDescription)
                .toList();
    }
}
