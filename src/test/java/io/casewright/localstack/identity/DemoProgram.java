package io.casewright.localstack.identity;

import io.casewright.access.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** A program that can get a token at the local start; the secret is the name. */
public enum DemoProgram {
    CONTOSO_PORTAL("contoso-portal", "customer:contoso.example", List.of(Scope.values())),
    FABRIKAM_PORTAL("fabrikam-portal", "customer:fabrikam.example", List.of(Scope.values())),
    FABRIKAM_DASHBOARD("fabrikam-dashboard", "customer:fabrikam.example", List.of(Scope.READ)),
    RESELLER_PORTAL("reseller-portal", "reseller:Wide World IT", List.of(Scope.values())),
    PARTNER_PORTAL("partner-portal", "partner", List.of(Scope.values()));

    private final String id;
    private final String reach;
    private final List<Scope> scopes;

    DemoProgram(String id, String reach, List<Scope> scopes) {
        this.id = id;
        this.reach = reach;
        this.scopes = scopes;
    }

    public String id() {
        return id;
    }

    static DemoProgram of(String id) {
        return Arrays.stream(values())
                .filter(program -> program.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a token says about this program beside who it is. */
    public Map<String, Object> claims() {
        return Map.of("reach", reach);
    }

    /** The same, with its scopes as they stand in a token that was asked for all of them. */
    public Map<String, Object> claimsWithScopes() {
        return Map.of(
                "sub",
                id,
                "reach",
                reach,
                "scope",
                scopes.stream().map(Scope::word).toList());
    }

    RegisteredClient registration() {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> scopes.forEach(scope -> all.add(scope.word())))
                .build();
    }
}
