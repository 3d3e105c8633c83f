package io.casewright.handoff.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of hand-offs. In an address, {@code {tenant}} stands for the customer's tenant id.
 *
 * @param partnerCenter where service requests are opened
 * @param azureSupport where Azure tickets are opened, in the customer's tenant
 * @param adminPortal where technical tickets are opened, as the customer's partner
 * @param desk where tickets of the provider or vendor are opened; none without it
 * @param contact who of the partner a ticket names by default
 * @param locale language of our agents, in which a desk answers where it can
 * @param pollEvery pause between two polls of the desks
 * @param callsAtOnce to how many tenants the desks are asked about at the same time; more is faster and sooner throttled
 * @param lookAtLeastEvery how long a ticket of which a desk tells no change goes unlooked at
 * @param closedFor how long a closed ticket is still looked after, for what is written there after its end
 * @param personAfter how long a desk may refuse or be away before a person has to look there
 */
@Validated
@ConfigurationProperties("casewright.handoff")
record HandOffSettings(
        @DefaultValue("https://partner.microsoft.com/dashboard")
        String partnerCenter,

        @DefaultValue(
                "https://portal.azure.com/{tenant}#blade/Microsoft_Azure_Support/HelpAndSupportBlade/newsupportrequest")
        String azureSupport,

        @DefaultValue(
                "https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={tenant}&CSDEST=o365admincenter")
        String adminPortal,

        @Nullable String desk,
        @DefaultValue Contact contact,
        @DefaultValue("en-US") String locale,
        @DefaultValue("PT2M") Duration pollEvery,

        @DefaultValue("8") @Min(1) @Max(64) int callsAtOnce,

        @DefaultValue("P1D") Duration lookAtLeastEvery,
        @DefaultValue("P1D") Duration closedFor,
        @DefaultValue("P1D") Duration personAfter) {

    /** Name, e-mail address, telephone, and time zone with language; each may be left to the agent. */
    record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String hours) {}
}
