package io.casewright.statement.application;

import io.casewright.charge.domain.ChargeLine;
import io.casewright.charge.persistence.ChargeLines;
import io.casewright.charge.persistence.ChargeLines.NewLine;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.time.PartnerDays;
import io.casewright.statement.persistence.IncludedSupport;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Charges a month of support where the plan includes it at a price: once per customer, by the version in force on the first of the month. */
@Component
class ChargeMonths {

    private final IncludedSupport included;
    private final Plans plans;
    private final ChargeLines charges;
    private final PartnerDays days;
    private final Clock clock;

    ChargeMonths(IncludedSupport included, Plans plans, ChargeLines charges, PartnerDays days, Clock clock) {
        this.included = included;
        this.plans = plans;
        this.charges = charges;
        this.days = days;
        this.clock = clock;
    }

    void charge(YearMonth month) {
        var begin = days.beginOf(month.atDay(1));
        Map<Long, Optional<PlanVersion>> versions = new HashMap<>();
        for (var each : included.at(begin)) {
            versions.computeIfAbsent(each.plan(), plan -> plans.at(plan, begin))
                    .ifPresent(version -> charge(each.customer(), month, version));
        }
    }

    private void charge(long customer, YearMonth month, PlanVersion version) {
        var charging = version.terms().charging();
        var price = charging.price();
        if (charging.model() != Charging.Model.INCLUDED
                || price == null
                || price.amount().signum() == 0) {
            return;
        }
        charges.add(
                new NewLine(
                        customer,
                        null,
                        "month:%s:customer:%d".formatted(month, customer),
                        ChargeLine.Kind.MONTH,
                        month.atDay(1),
                        null,
                        price,
                        price,
                        charging.tax(),
                        version.plan(),
                        version.number(),
                        null),
                clock.instant());
    }
}
