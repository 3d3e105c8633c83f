package io.casewright.access;

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
 * @param localLogin whether the REST interface takes demo/demo and act/act besides tokens; for a developer's machine
 */
@ConfigurationProperties("casewright.access")
record AccessSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("casewright") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("queues") String queuesClaim,
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
        issuer = issuer.strip();
    }
}
