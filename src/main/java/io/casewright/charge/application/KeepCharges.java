package io.casewright.charge.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.charge.domain.CasePrice;
import io.casewright.charge.domain.CasePrice.Charge;
import io.casewright.charge.domain.Charged;
import io.casewright.charge.persistence.ChargeLines;
import io.casewright.charge.persistence.ChargeLines.NewLine;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.time.PartnerDays;
import io.casewright.prepaid.application.PrepaidHours;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes a case from prepaid hours, and adds lines until what is charged for it comes to what it costs. */
@Component
class KeepCharges {

    private final ChargeLines lines;
    private final PrepaidHours prepaidHours;
    private final PartnerDays days;
    private final Clock clock;

    KeepCharges(ChargeLines lines, PrepaidHours prepaidHours, PartnerDays days, Clock clock) {
        this.lines = lines;
        this.prepaidHours = prepaidHours;
        this.days = days;
        this.clock = clock;
    }

    /** Nobody else may charge the case meanwhile. */
    void keep(SupportCase supportCase, PlanVersion version, CasePrice price) {
        String number = supportCase.number().value();
        Map<String, Charged> before =
                lines.chargedFor(number).stream().collect(Collectors.toMap(Charged::source, Function.identity()));
        var now = clock.instant();
        for (var charge : price.charges(minutes -> prepaidHours.use(number, minutes))) {
            var charged = before.remove(charge.source());
            if (charged == null) {
                add(supportCase, version, charge, 1, now);
            } else if (!charged.isAll(charge)) {
                add(supportCase, version, charged.rest(charge, today(now)), charged.lines() + 1, now);
            }
        }
        before.values().stream()
                .filter(charged -> !charged.isNothing())
                .forEach(charged -> add(supportCase, version, charged.back(today(now)), charged.lines() + 1, now));
    }

    private LocalDate today(Instant now) {
        return days.of(now);
    }

    private void add(SupportCase supportCase, PlanVersion version, Charge charge, int nth, Instant now) {
        String number = supportCase.number().value();
        lines.add(
                new NewLine(
                        supportCase.customerId(),
                        number,
                        ChargeLines.key(number, charge.source(), nth),
                        charge.kind(),
                        charge.day(),
                        charge.minutes(),
                        charge.unitPrice(),
                        charge.amount(),
                        version.terms().charging().tax(),
                        version.plan(),
                        version.number(),
                        charge.timeEntry()),
                now);
    }
}
