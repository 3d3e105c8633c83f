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

    /** What is done by it in terms of roles; empty when no role in the customer's tenant is behind it. */
    Optional<SupportAction> action();

    /** Whether it reads what is the customer's own, which only a granted role allows. */
    boolean readsWhatIsTheCustomers();

    /**
     * Looks it up, which takes seconds.
     *
     * @param subject whom or what it is about, where the kind asks for it
     * @throws io.casewright.microsoft.MicrosoftTrouble when Microsoft refuses or is away
     */
    CheckResult run(String tenantId, @Nullable String subject);
}
