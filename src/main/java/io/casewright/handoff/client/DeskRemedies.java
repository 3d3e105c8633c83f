package io.casewright.handoff.client;

import io.casewright.microsoft.MicrosoftRefused;
import java.util.Map;

/** What to do when Microsoft refuses a ticket, by its code. */
final class DeskRemedies {

    private static final String BY_HAND = " Until then the ticket can be opened by hand.";

    private static final Map<String, String> BY_CODE = Map.of(
            "900329",
            "Service requests need the sign-in of a person with a second factor: renew the partner's consent and set CASEWRIGHT_MICROSOFT_REFRESH_TOKEN."
                    + BY_HAND,
            "900308",
            "Give the partner's user behind the consent the role admin agent or helpdesk agent in Partner Center."
                    + BY_HAND,
            "900309",
            "Conditional access of the partner's tenant stops the application: have its administrator allow it."
                    + BY_HAND,
            "20002",
            "The customer has no reseller relationship with the partner: have it confirmed in Partner Center, or hand the case to the customer's own provider.",
            "60003",
            "There is no such tenant at Microsoft: correct the customer's tenant id.",
            "AuthorizationFailed",
            "Give the application the role Support Request Contributor in the customer's Azure subscription." + BY_HAND,
            "InvalidSupportPlan",
            "The customer's Azure subscription carries no support plan for this severity: choose a lower one, or open the ticket by hand.");

    private DeskRemedies() {}

    static String reasonOf(MicrosoftRefused refusal) {
        String remedy = BY_CODE.get(refusal.code());
        return remedy == null ? refusal.reason() : refusal.reason() + " " + remedy;
    }
}
