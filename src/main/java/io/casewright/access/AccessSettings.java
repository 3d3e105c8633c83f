package io.casewright.access;

import io.casewright.platform.text.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the login.
 *
 * @param issuer address of the OpenID Connect issuer whose people log in and whose tokens are accepted
 * @param clientId how the issuer knows this application
 * @param clientSecret empty when the issuer knows it as a public client, which proves itself by PKCE alone
 * @param rolesClaim where the issuer says which roles a person has; dots lead into nested claims, as in realm_access.roles
 * @param queuesClaim where it says which queues a person works in
 * @param audience what a token of the REST interface must be for; no other than this keeps tokens of a login out
 * @param reachClaim where the issuer says whose cases a program may see: {@code partner}, {@code customer:} with a tenant id or
 *     domain, {@code reseller:} with a name
 * @param localLogin whether the REST interface takes demo/demo and act/act besides tokens; for a developer's machine
 */
@ConfigurationProperties("casewright.access")
record AccessSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("casewright") String clientId,
        @DefaultValue("") Secret clientSecret,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("queues") String queuesClaim,
        @DefaultValue("casewright-api") String audience,
        @DefaultValue("reach") String reachClaim,
        @DefaultValue("false") boolean localLogin) {

    AccessSettings {
        if (issuer.isBlank()) {
            throw new IllegalArgumentException(
                    "CASEWRIGHT_OIDC_ISSUER is not set: name the OpenID Connect issuer whose people log in and whose tokens"
                            + " are accepted, or start with the profile local.");
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException(
                    "CASEWRIGHT_OIDC_CLIENT_ID is empty: give the name under which the issuer knows this application.");
        }
        if (audience.isBlank() || audience.strip().equals(clientId)) {
            throw new IllegalArgumentException(
                    "CASEWRIGHT_API_AUDIENCE must be set, and to another name than CASEWRIGHT_OIDC_CLIENT_ID: by it tokens for the"
                            + " REST interface are told from those of a login.");
        }
        audience = audience.strip();
        issuer = issuer.strip();
    }
}
