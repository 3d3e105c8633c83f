package io.casewright.casefile.application;

import io.casewright.plan.application.ToldPlans;
import io.casewright.site.application.Sites;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new case is begun under the version of its customer's plan that holds, with the hours of the site it comes from, and stays under it. */
@Component
class BeginUnderPlan {

    private final ToldPlans plans;
    private final Sites sites;

    BeginUnderPlan(ToldPlans plans, Sites sites) {
        this.plans = plans;
        this.sites = sites;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void written(CaseWritten written) {
        if (written.isNew()) {
            String number = written.number().value();
            plans.begin(number, sites.ofCase(number).orElse(null));
        }
    }
}
