package io.casewright.charge.application;

import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.charge.persistence.ChargeLines;
import io.casewright.charge.persistence.ChargeLines.NewLine;
import io.casewright.plan.application.Plans;
import io.casewright.platform.text.Money;
import io.casewright.prepaid.application.PackageBought;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Charges packages of prepaid hours when they are bought. */
@Component
class ChargePackages {

    private final ChargeLines lines;
    private final Plans plans;
    private final Clock clock;

    ChargePackages(ChargeLines lines, Plans plans, Clock clock) {
        this.lines = lines;
        this.plans = plans;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void bought(PackageBought bought) {
        var price = bought.price();
        lines.add(
                new NewLine(
                        bought.customer(),
                        null,
                        "package/" + bought.key(),
                        Kind.PACKAGE,
                        bought.day(),
                        null,
                        price,
                        new Money(price.amount().multiply(BigDecimal.valueOf(bought.packages())), price.currency()),
                        plans.version(bought.plan(), bought.planVersion())
                                .terms()
                                .charging()
                                .tax(),
                        bought.plan(),
                        bought.planVersion(),
                        null),
                clock.instant());
    }
}
