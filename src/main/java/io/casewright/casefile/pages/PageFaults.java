package io.casewright.casefile.pages;

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
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers a reader with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = CasePagesController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFaults {

    private static final Logger log = LoggerFactory.getLogger(PageFaults.class);

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

    @ExceptionHandler
    ModelAndView unexpected(Exception e, HttpServletResponse response) {
        if (DatabaseAway.isToldBy(e)) {
            return databaseAway(e, response);
        }
        var mistake = SendersFault.statusOf(e);
        if (mistake.isPresent()) {
            return page(mistake.get(), SendersFault.TITLE, SendersFault.REASON);
        }
        log.error("A page failed", e);
        return page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This page cannot be shown now",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    private static ModelAndView databaseAway(Exception e, HttpServletResponse response) {
        log.warn("A page was put off, the database cannot be had: {}", DatabaseAway.reason(e));
        response.setIntHeader(HttpHeaders.RETRY_AFTER, (int) DatabaseAway.TRY_AGAIN_AFTER.toSeconds());
        return page(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Not now",
                "The database does not answer. Try again in a moment; nothing is lost.");
    }

    private static ModelAndView page(HttpStatus status, String title, String reason) {
        var page = new ModelAndView("casefile/fault", status);
        page.addObject("title", title);
        page.addObject("reason", reason);
        return page;
    }
}
