package io.casewright.microsoft;

import io.casewright.platform.text.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the line to Microsoft. Without a partner's tenant there is none, and everything that needs it says so.
 *
 * @param partnerTenant the partner's own tenant id
 * @param clientId of the application that is registered there
 * @param clientSecret of that application; empty when it has a certificate
 * @param clientCertificate path of a PEM file with certificate and key; empty when it has a secret
 * @param refreshToken of a person of the partner who consented with a second factor (secure application model); without
 *     one nothing is asked of Partner Center
 * @param tokenKey with which the renewed sign-in of that person is sealed and kept; without one it stays in memory
 * @param login where tokens are given out
 * @param graph root of Microsoft Graph
 * @param partnerCenter root of Partner Center
 * @param azure root of Azure Resource Manager
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long a whole answer may take
 * @param attempts how often a repeatable call is sent before it counts as not answered
 * @param firstPause pause before the second attempt; it grows and is spread at random
 * @param longestPause what Microsoft may ask to wait within a call; more is left to whoever calls
 * @param circuitOpen how long an interface is left alone after it failed most of the time
 */
@Validated
@ConfigurationProperties("casewright.microsoft")
public record MicrosoftSettings(
        @DefaultValue("") String partnerTenant,
        @DefaultValue("") String clientId,
        @DefaultValue("") Secret clientSecret,
        @DefaultValue("") String clientCertificate,
        @DefaultValue("") Secret refreshToken,
        @DefaultValue("") Secret tokenKey,

        @DefaultValue("https://login.microsoftonline.com") URI login,

        @DefaultValue("https://graph.microsoft.com") URI graph,

        @DefaultValue("https://api.partnercenter.microsoft.com")
        URI partnerCenter,

        @DefaultValue("https://management.azure.com") URI azure,
        @DefaultValue("PT5S") Duration connectTimeout,
        @DefaultValue("PT15S") Duration readTimeout,

        @DefaultValue("3") @Min(1) @Max(10) int attempts,

        @DefaultValue("PT0.5S") Duration firstPause,
        @DefaultValue("PT10S") Duration longestPause,
        @DefaultValue("PT30S") Duration circuitOpen) {

    public MicrosoftSettings {
        if (!partnerTenant.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException("casewright.microsoft.client-id is missing; partner-tenant is set");
        }
        if (!partnerTenant.isBlank() && clientSecret.isBlank() == clientCertificate.isBlank()) {
            throw new IllegalArgumentException(
                    "Set one of casewright.microsoft.client-secret and client-certificate, not both");
        }
    }

    /** Whether there is a line at all. */
    public boolean isConfigured() {
        return !partnerTenant.isBlank();
    }

    /** Whether Partner Center can be asked. */
    public boolean hasPartnerCenter() {
        return isConfigured() && !refreshToken.isBlank();
    }

    URI rootOf(Api api) {
        return switch (api) {
            case GRAPH -> graph;
            case PARTNER_CENTER -> partnerCenter;
            case AZURE -> azure;
        };
    }
}
