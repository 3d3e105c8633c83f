package io.casewright.statement.pages;

import io.casewright.platform.pages.Faults;
import io.casewright.statement.application.NoSuchStatement;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers who works with statements with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = {StatementDeskController.class, StatementFileController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class StatementDeskFaults extends Faults {

    private static final String NONE = "There is no such statement";

    StatementDeskFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer, or others are changing the same. Try again in a moment; what you did last may"
                        + " not have been taken, so look whether it is there.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler
    ModelAndView noSuchStatement(NoSuchStatement e) {
        return page(HttpStatus.NOT_FOUND, NONE, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ModelAndView noNumber(MethodArgumentTypeMismatchException e) {
        return page(HttpStatus.NOT_FOUND, NONE, "Choose one of the list of statements.");
    }
}
