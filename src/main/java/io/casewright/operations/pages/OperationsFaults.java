package io.casewright.operations.pages;

import io.casewright.platform.database.DatabaseAway;
import io.casewright.platform.pages.SendersFault;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers a reader with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = OperationsController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperationsFaults {

    private static final Logger log = LoggerFactory.getLogger(OperationsFaults.class);

    @ExceptionHandler
    ModelAndView unexpected(Exception e, HttpServletResponse response) {
        if (DatabaseAway.isToldBy(e)) {
            return databaseAway(e, response);
        }
        var mistake = SendersFault.statusOf(e);
        if (mistake.isPresent()) {
            return page(mistake.get(), SendersFault.TITLE, SendersFault.REASON);
        }
        log.error("The page of operations failed", e);
        return page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This page cannot be shown now",
                "Try again in a moment; if it stays so, the log of the application says why.");
    }

    private static ModelAndView databaseAway(Exception e, HttpServletResponse response) {
        log.warn("The page of operations was put off, the database cannot be had: {}", DatabaseAway.reason(e));
        response.setIntHeader(HttpHeaders.RETRY_AFTER, (int) DatabaseAway.TRY_AGAIN_AFTER.toSeconds());
        return page(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database is away",
                "It does not answer, or somebody holds a row of it for long. Nothing can be read or done here until it does: see"
                        + " whether MySQL runs and is reached, and try again.");
    }

    private static ModelAndView page(HttpStatus status, String title, String reason) {
        var page = new ModelAndView("desk/fault", status);
        page.addObject("title", title);
        page.addObject("reason", reason);
        return page;
    }
}
