package io.casewright.plan.pages;

import io.casewright.plan.application.NoSuchPlan;
import io.casewright.plan.pages.PlanDeskController.NotAnOwner;
import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers who works with plans with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = PlanDeskController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlanDeskFaults extends Faults {

    PlanDeskFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer, or others are changing the same. Try again in a moment; what you did last may"
                        + " not have been taken, so look whether it is there.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler
    ModelAndView noSuchPlan(NoSuchPlan e) {
        return page(HttpStatus.NOT_FOUND, "There is no such plan", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ModelAndView noNumber(MethodArgumentTypeMismatchException e) {
        return page(HttpStatus.NOT_FOUND, "There is no such plan", "Choose one of the list of plans.");
    }

    @ExceptionHandler
    ModelAndView notAnOwner(NotAnOwner e) {
        return page(
                HttpStatus.FORBIDDEN,
                "Only a process owner changes plans",
                "Ask a process owner; everybody can read the plans.");
    }
}
