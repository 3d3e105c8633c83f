package io.casewright.casefile.application;

import io.casewright.access.Reach;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.customer.CustomerDirectory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides which cases somebody outside or inside may see. Who sees a case that he may not see learns not even that it exists. */
@Component
@Transactional(readOnly = true)
public class CaseAccess {

    private final SupportCases cases;
    private final CustomerDirectory directory;

    CaseAccess(SupportCases cases, CustomerDirectory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    /** The case of this number, unless there is none within reach. */
    public Optional<SupportCase> find(CaseNumber number, Reach reach) {
        return reach.isWhole()
                ? cases.findByNumber(number.value())
                : cases.findByNumberAndCustomerIdIn(number.value(), customersIn(reach));
    }

    /**
     * Sees to it that cases of this customer are within reach.
     *
     * @param customer tenant id or domain
     * @throws UnknownRequester when they are not, or there is no such customer
     */
    public void requireReach(Reach reach, String customer) {
        if (reach.isWhole()) {
            return;
        }
        long id = directory.findCustomer(customer).orElseThrow(UnknownRequester::customer);
        // Most programs name their customer as their reach does, which needs no second look.
        if (!directory.isNamed(customer, reach.customers())
                && !customersIn(reach).contains(id)) {
            throw UnknownRequester.customer();
        }
    }

    /**
     * Whose cases are asked for and may be seen, by the ids of the customers; null for everybody's.
     *
     * @param customer tenant id or domain; null for all within reach
     */
    @Nullable
    Set<Long> customersOf(@Nullable String customer, Reach reach) {
        var seen = customersWithin(reach);
        if (customer == null) {
            return seen;
        }
        // Also one who left: its cases are still there.
        var asked = directory.findEver(customer);
        return seen == null ? asked : asked.stream().filter(seen::contains).collect(Collectors.toSet());
    }

    /** Whose cases are within reach, by the ids of the customers; null for everybody's. */
    private @Nullable Set<Long> customersWithin(Reach reach) {
        return reach.isWhole() ? null : customersIn(reach);
    }

    private Set<Long> customersIn(Reach reach) {
        return directory.findCustomers(reach.customers(), reach.resellers());
    }
}
