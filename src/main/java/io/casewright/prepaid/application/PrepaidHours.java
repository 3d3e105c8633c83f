package io.casewright.prepaid.application;

import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.Charging;
import io.casewright.prepaid.persistence.PrepaidAccounts;
import io.casewright.prepaid.persistence.PrepaidAccounts.CaseAccount;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserves and uses a customer's prepaid hours for its cases, those that were begun under a plan with prepaid hours. Each may be said again and
 * changes nothing then. The account stays held until the transaction ends.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PrepaidHours {

    private final PrepaidAccounts accounts;
    private final MoveHours moveHours;
    private final Plans plans;
    private final PrepaidSettings settings;

    PrepaidHours(PrepaidAccounts accounts, MoveHours moveHours, Plans plans, PrepaidSettings settings) {
        this.accounts = accounts;
        this.moveHours = moveHours;
        this.plans = plans;
        this.settings = settings;
    }

    /**
     * Reserves so much for a case that, with what it used, the minutes are covered as far as hours are free.
     *
     * @param minutes of its work in all
     */
    public void cover(String caseNumber, int minutes) {
        hold(caseNumber).ifPresent(found -> {
            moveHours.move(
                    found,
                    found.hours().cover(minutes, found.account().balance().free()),
                    null);
            if (found.isWorked() != minutes > 0) {
                accounts.keepWorked(caseNumber, minutes > 0);
            }
        });
    }

    /**
     * Has a case use so many minutes in all, as far as what is reserved for it and what is free allow, and releases the rest of its
     * reservation. Fewer than before are given back.
     *
     * @return how many of its minutes are covered now; 0 for a customer without an account
     */
    public int use(String caseNumber, int minutes) {
        return hold(caseNumber)
                .map(found -> moveHours.move(
                        found,
                        found.hours().use(minutes, found.account().balance().free()),
                        minutes))
                .map(then -> then.hours().used())
                .orElse(0);
    }

    /** Reserves the first time for a case that has just come in, or what is left. */
    void begin(String caseNumber) {
        if (isPrepaid(caseNumber) && add(caseNumber)) {
            accounts.hold(caseNumber)
                    .ifPresent(found -> moveHours.move(
                            found,
                            found.hours()
                                    .begin(
                                            settings.reserveMinutes(),
                                            found.account().balance().free()),
                            null));
        }
    }

    /** Releases what is reserved for a case on which no work is booked. That of others is settled by what they {@link #use}. */
    void releaseUnworked(String caseNumber) {
        release(caseNumber, false);
    }

    /** Releases what is reserved for a case that uses nothing more. */
    void release(String caseNumber) {
        release(caseNumber, true);
    }

    private void release(String caseNumber, boolean isWorkedToo) {
        if (accounts.isKnown(caseNumber)) {
            accounts.hold(caseNumber)
                    .filter(found -> isWorkedToo || !found.isWorked())
                    .ifPresent(found -> moveHours.move(found, found.hours().release(), null));
        }
    }

    private Optional<CaseAccount> hold(String caseNumber) {
        if (!accounts.isKnown(caseNumber)) {
            // From before there were accounts, or begun under another plan.
            if (!accounts.isOpenFor(caseNumber) || !isPrepaid(caseNumber)) {
                return Optional.empty();
            }
            add(caseNumber);
        }
        return accounts.hold(caseNumber);
    }

    /** Opens the account as well, where there is none. */
    private boolean add(String caseNumber) {
        return accounts.add(caseNumber, accounts.hold(accounts.customerOf(caseNumber)));
    }

    private boolean isPrepaid(String caseNumber) {
        return plans.ofCase(caseNumber).terms().charging().model() == Charging.Model.PREPAID_HOURS;
    }
}
