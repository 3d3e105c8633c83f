package io.casewright.casefile.application;

import io.casewright.plan.application.ToldPlans;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new case is begun under the version of its customer's plan that holds, and stays under it. */
@Component
class BeginUnderPlan {

    private final ToldPlans plans;

    BeginUnderPlan(ToldPlans plans) {
        this.plans = plans;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void written(CaseWritten written) {
        if (written.isNew()) {
            plans.begin(written.number().value());
        }
    }
}
