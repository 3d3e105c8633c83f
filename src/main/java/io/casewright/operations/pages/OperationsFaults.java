package io.casewright.operations.pages;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
    ModelAndView unexpected(Exception e) {
        log.error("The page of operations failed", e);
        var page = new ModelAndView("desk/fault", HttpStatus.INTERNAL_SERVER_ERROR);
        page.addObject("title", "This page cannot be shown now");
        page.addObject("reason", "Try again in a moment; if it stays so, the log of the application says why.");
        return page;
    }
}
