package io.casewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.platform.text.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class CallersTests {

    private final AccessSettings settings = new AccessSettings(
            "https://login.partner.example",
            "casewright",
            Secret.NONE,
            "roles",
            "queues",
            "casewright-api",
            "reach",
            false);
    private final Callers callers = new Callers(new People(settings), settings);

    @Test
    void aProgramHasTheScopesAndTheReachThatItsTokenSays() {
        var caller = of(Map.of(
                "sub",
                "object-7",
                "azp",
                "contoso-portal",
                "scope",
                "cases:open cases:read openid",
                "reach",
                "customer:Contoso.example"));
        assertThat(caller.name()).isEqualTo("contoso-portal");
        assertThat(caller.scopes()).containsExactlyInAnyOrder(Scope.OPEN, Scope.READ);
        assertThat(caller.reach().customers()).containsExactly("contoso.example");
        assertThat(caller.isInside()).isFalse();
    }

    /** As Entra writes what was granted to an application. */
    @Test
    void scopesMayBeRoles() {
        var caller =
                of(Map.of("sub", "s", "roles", List.of("cases:write"), "reach", List.of("reseller:Wide World IT")));
        assertThat(caller.scopes()).containsExactly(Scope.WRITE);
        assertThat(caller.reach().resellers()).containsExactly("wide world it");
    }

    @Test
    void whoReachesThePartnerReachesAll() {
        assertThat(of(Map.of("sub", "s", "reach", List.of("customer:a.example", "partner")))
                        .reach())
                .isEqualTo(Reach.WHOLE);
    }

    @Test
    void whatIsNotSaidIsNotGiven() {
        for (Object reach : List.of("", "all", "*", "customer:", "customer", Map.of("partner", true), 7, List.of(1))) {
            var caller = of(Map.of("sub", "s", "scope", "cases:read", "reach", reach));
            assertThat(caller.reach().isNone()).as("%s", reach).isTrue();
            assertThat(caller.may(Scope.READ)).isFalse();
        }
        assertThat(of(Map.of("sub", "s", "scope", "cases", "reach", "partner")).scopes())
                .isEmpty();
    }

    @Test
    void aPersonIsKnownByARoleAndReachesAll() {
        var agent = of(Map.of("sub", "s", "preferred_username", "mara", "roles", List.of("agent")));
        assertThat(agent).isEqualTo(new Caller("mara", Set.of(Scope.values()), Reach.WHOLE));
        var auditor = of(Map.of("sub", "s", "preferred_username", "luc", "roles", "auditor", "scope", "cases:write"));
        assertThat(auditor.scopes()).containsExactly(Scope.READ);
    }

    private Caller of(Map<String, Object> claims) {
        var token = Jwt.withTokenValue("t").header("alg", "RS256").claims(all -> all.putAll(claims));
        return callers.of(new JwtAuthenticationToken(token.build(), AuthorityUtils.NO_AUTHORITIES))
                .orElseThrow();
    }
}
