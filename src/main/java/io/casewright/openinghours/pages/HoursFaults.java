package io.casewright.openinghours.pages;

import io.casewright.openinghours.pages.HoursController.NobodyOfThisName;
import io.casewright.openinghours.pages.HoursController.NotAnOwner;
import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers who works with opening hours with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = HoursController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class HoursFaults extends Faults {

    HoursFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer, or others are changing the same. Try again in a moment; what you did last may"
                        + " not have been taken, so look whether it is there.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler
    ModelAndView nobodyOfThisName(NobodyOfThisName e) {
        return page(
                HttpStatus.NOT_FOUND, "There is no such queue or vendor", "Choose one of the list of opening hours.");
    }

    @ExceptionHandler
    ModelAndView notAnOwner(NotAnOwner e) {
        return page(
                HttpStatus.FORBIDDEN,
                "Only a process owner changes opening hours",
                "Ask a process owner; everybody can read them.");
    }
}
