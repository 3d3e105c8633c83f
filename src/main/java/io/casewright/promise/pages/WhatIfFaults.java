package io.casewright.promise.pages;

import io.casewright.plan.application.NoSuchPlan;
import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers a reader with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = WhatIfController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class WhatIfFaults extends Faults {

    WhatIfFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer. Try again in a moment; nothing is lost.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler({NoSuchPlan.class, MethodArgumentTypeMismatchException.class})
    ModelAndView noSuchPlan() {
        return page(HttpStatus.NOT_FOUND, "There is no such plan", "Choose one of the list of plans.");
    }
}
