package io.casewright.intake.pages;

import io.casewright.intake.pages.MailController.NoSuchMail;
import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers who reads mails with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = MailController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MailFaults extends Faults {

    private static final String NONE = "There is no such mail";
    private static final String CHOOSE = "Choose one of the list of mails.";

    MailFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer. Try again in a moment.",
                "Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler
    ModelAndView noSuchMail(NoSuchMail e) {
        return page(HttpStatus.NOT_FOUND, NONE, CHOOSE);
    }

    @ExceptionHandler
    ModelAndView noNumber(MethodArgumentTypeMismatchException e) {
        return page(HttpStatus.NOT_FOUND, NONE, CHOOSE);
    }
}
