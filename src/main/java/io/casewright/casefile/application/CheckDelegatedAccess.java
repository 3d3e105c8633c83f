package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.DelegatedAccess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the least privileged role for looking into a case, and whether the customer granted it. */
@Service
public class CheckDelegatedAccess {

    private final CaseSteps steps;
    private final DelegatedAccess access;

    CheckDelegatedAccess(CaseSteps steps, DelegatedAccess access) {
        this.steps = steps;
        this.access = access;
    }

    /** The role that suffices, and whether it is granted now. */
    public record Access(String leastRole, boolean granted) {}

    @Transactional(readOnly = true)
    public Access check(CaseNumber number) {
        var found = steps.find(number);
        String role = access.leastRoleFor(found.request().product());
        return new Access(role, access.isGranted(found.customerId(), role));
    }
}
