package io.casewright.desk.pages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers a reader with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(
        assignableTypes = {
            DeskController.class,
            TaskController.class,
            CallController.class,
            CustomerController.class,
            ContactController.class,
            ImportController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskFaults {

    private static final Logger log = LoggerFactory.getLogger(DeskFaults.class);

    @ExceptionHandler
    ModelAndView refused(DeskRefused refusal) {
        return page(refusal.status(), refusal.title(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ModelAndView wrongParameter(MethodArgumentTypeMismatchException e) {
        return refused(DeskRefused.address(e.getName(), "has a value that is not allowed here"));
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception e) {
        log.error("A page failed", e);
        return page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This page cannot be shown now",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    private static ModelAndView page(HttpStatus status, String title, String reason) {
        var page = new ModelAndView("desk/fault", status);
        page.addObject("title", title);
        page.addObject("reason", reason);
        return page;
    }
}
