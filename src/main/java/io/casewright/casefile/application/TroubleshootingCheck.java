package io.casewright.casefile.application;

import io.casewright.customer.SupportAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something an agent has looked up in the course of a diagnosis. */
interface TroubleshootingCheck {

    /** What is looked up. */
    enum Kind {
        SUBSCRIPTION_STATE,
        LICENCE_ASSIGNMENT,
        SERVICE_STATUS
    }

    /**
     * What came of it.
     *
     * @param proof whether it proves something: that nobody could look does not
     */
    record CheckResult(String text, boolean proof) {}

    Kind kind();

    /** What is done in the customer's own tenant, and so needs a role there; empty when it is not. */
    Optional<SupportAction> action();

    /**
     * Looks it up, which takes seconds.
     *
     * @param subject whom or what it is about, where the kind asks for it
     * @throws io.casewright.microsoft.MicrosoftTrouble when Microsoft refuses or is away
     */
    CheckResult run(String tenantId, @Nullable String subject);
}
