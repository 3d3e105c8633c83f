package io.casewright.casefile.pages;

import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers a reader with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = CasePagesController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFaults extends Faults {

    PageFaults() {
        super(
                "casefile/fault",
                "Not now",
                "The database does not answer. Try again in a moment; nothing is lost.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler
    ModelAndView refused(PageRefused refusal) {
        return refusal.status() == HttpStatus.NOT_FOUND
                ? page(refusal.status(), "No such case", String.valueOf(refusal.getMessage()))
                : page(refusal.status(), "This address does not work", String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ModelAndView wrongParameter(MethodArgumentTypeMismatchException e) {
        return refused(PageRefused.parameter(e.getName(), "has a value that is not allowed here"));
    }
}
