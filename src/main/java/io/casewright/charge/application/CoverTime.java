package io.casewright.charge.application;

import io.casewright.charge.domain.CasePrice;
import io.casewright.charge.domain.CaseVerdict;
import io.casewright.charge.domain.Verdict;
import io.casewright.charge.persistence.TimeEntries;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.Charging.Model;
import io.casewright.platform.time.PartnerDays;
import io.casewright.prepaid.application.PrepaidHours;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reserves prepaid hours for the time that is booked on a case, until its end tells whether they are used. */
@Component
class CoverTime {

    private static final Verdict CHARGED = new Verdict(true, "");

    private final TimeEntries entries;
    private final Plans plans;
    private final PrepaidHours prepaidHours;
    private final PartnerDays days;
    private final Clock clock;

    CoverTime(TimeEntries entries, Plans plans, PrepaidHours prepaidHours, PartnerDays days, Clock clock) {
        this.entries = entries;
        this.plans = plans;
        this.prepaidHours = prepaidHours;
        this.days = days;
        this.clock = clock;
    }

    /** Of all that is booked on the case in the current transaction. */
    void cover(String caseNumber) {
        var charging = plans.ofCase(caseNumber).terms().charging();
        if (charging.model() == Model.PREPAID_HOURS) {
            var now = clock.instant();
            var verdict = new CaseVerdict(CHARGED, charging.afterHoursRate() == null ? null : CHARGED, now);
            var price = new CasePrice(charging, verdict, entries.ofCase(caseNumber), days.of(now));
            prepaidHours.cover(caseNumber, price.countedWithin());
        }
    }
}
