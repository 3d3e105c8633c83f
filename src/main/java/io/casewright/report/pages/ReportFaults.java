package io.casewright.report.pages;

import io.casewright.platform.pages.Faults;
import io.casewright.report.application.Period;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers a reader with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = ReportController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReportFaults extends Faults {

    private static final String WRONG = "This address does not work";

    ReportFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer. Try again in a moment; nothing is lost.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    static final class NoSuchReport extends RuntimeException {}

    @ExceptionHandler
    ModelAndView noSuchReport(NoSuchReport e) {
        return page(HttpStatus.NOT_FOUND, "No such report", "The page of reports shows all there are.");
    }

    @ExceptionHandler
    ModelAndView noPeriod(Period.Refused refusal) {
        return page(
                HttpStatus.BAD_REQUEST, WRONG, "The parameter %s %s.".formatted(refusal.field(), refusal.getMessage()));
    }

    @ExceptionHandler
    ModelAndView unknown(ReportAddress.Unknown refusal) {
        return page(
                HttpStatus.BAD_REQUEST,
                WRONG,
                "The parameter %s %s.".formatted(refusal.parameter(), refusal.getMessage()));
    }
}
