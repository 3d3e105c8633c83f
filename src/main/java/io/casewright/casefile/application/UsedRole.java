package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.DelegatedAccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The role that an agent names as the one under which something was found out. */
@Component
class UsedRole {

    private final CaseSteps steps;
    private final CustomerDirectory directory;
    private final DelegatedAccess access;

    UsedRole(CaseSteps steps, CustomerDirectory directory, DelegatedAccess access) {
        this.steps = steps;
        this.directory = directory;
        this.access = access;
    }

    /**
     * Why nobody can have worked under this role, as a sentence for the agent. Asks Microsoft, so never within a transaction.
     */
    Optional<String> objectionTo(CaseNumber number, @Nullable String role) {
        var found = steps.find(number);
        return role == null || found.status().isEnded()
                ? Optional.empty()
                : access.objectionTo(role, directory.contact(found.contactId()).tenantId())
                        .map("Role used: "::concat);
    }
}
