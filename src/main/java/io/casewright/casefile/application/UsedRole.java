package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
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
     * Why nobody can have worked under this role, as a sentence for the agent. Asks Microsoft, so never within a transaction. What
     * this very step recorded stays recorded, whatever became of the role since.
     */
    Optional<String> objectionTo(CaseNumber number, @Nullable String role, Step step) {
        var found = steps.find(number);
        return role == null || found.status().isEnded() || steps.hasActed(found, step)
                ? Optional.empty()
                : access.objectionTo(role, directory.contact(found.contactId()).tenantId())
                        .map("Role used: "::concat);
    }
}
