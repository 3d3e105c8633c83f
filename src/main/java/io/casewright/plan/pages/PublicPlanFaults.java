package io.casewright.plan.pages;

import io.casewright.plan.application.NoSuchPlan;
import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers a customer with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = PublicPlanController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicPlanFaults extends Faults {

    PublicPlanFaults() {
        super(
                "plan/fault",
                "Not now",
                "The terms cannot be read at the moment. Try again in a few minutes.",
                "Try again in a few minutes; if it stays so, ask for the terms.");
    }

    @ExceptionHandler
    ModelAndView noSuchPlan(NoSuchPlan e) {
        return page(HttpStatus.NOT_FOUND, "These terms do not exist", String.valueOf(e.getMessage()));
    }
}
