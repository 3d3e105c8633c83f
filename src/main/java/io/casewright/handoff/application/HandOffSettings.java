package io.casewright.handoff.application;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of hand-offs. In an address, {@code {tenant}} stands for the customer's tenant id.
 *
 * @param partnerCenter where service requests are opened
 * @param azureSupport where Azure tickets are opened, in the customer's tenant
 * @param adminPortal where technical tickets are opened, as the customer's partner
 * @param desk where tickets of the provider or vendor are opened; none without it
 * @param contact who of the partner a ticket names by default
 */
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
        @DefaultValue Contact contact) {

    /** Name, e-mail address, telephone, and time zone with language; each may be left to the agent. */
    record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String hours) {}
}
