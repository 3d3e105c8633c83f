package io.casewright.plan.pages;

import io.casewright.plan.application.Plans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The terms of a plan, for everybody who has the link. */
@Controller
class PublicPlanController {

    private final Plans plans;
    private final PlanPages pages;

    PublicPlanController(Plans plans, PlanPages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    @GetMapping("/plans/{plan}")
    ModelAndView plan(@PathVariable String plan, @RequestParam(required = false) @Nullable String version) {
        return new ModelAndView("plan/plan", "plan", pages.of(plans.asked(plan, version)));
    }
}
