package io.casewright.prepaid.pages;

import io.casewright.platform.pages.Faults;
import io.casewright.prepaid.pages.PrepaidDeskController.MayNotBook;
import io.casewright.prepaid.pages.PrepaidPages.NoSuchCustomer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers who looks after prepaid hours with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = PrepaidDeskController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PrepaidFaults extends Faults {

    PrepaidFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer, or others are changing the same. Try again in a moment; what you did last may"
                        + " not have been taken, so look whether it is there.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler({NoSuchCustomer.class, MethodArgumentTypeMismatchException.class})
    ModelAndView noSuchCustomer() {
        return page(
                HttpStatus.NOT_FOUND,
                "No such customer",
                "There is no such customer or contact. The list of customers shows all there are.");
    }

    @ExceptionHandler
    ModelAndView mayNotBook(MayNotBook e) {
        return page(
                HttpStatus.FORBIDDEN,
                "Only a duty manager or process owner books packages",
                "Your login lets you look at prepaid hours, not book them. Ask somebody with the role duty manager or process owner.");
    }
}
