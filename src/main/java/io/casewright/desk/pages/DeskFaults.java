package io.casewright.desk.pages;

import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
            ConversationController.class,
            ParticipantsController.class,
            QuestionsController.class,
            TimeController.class,
            CustomerController.class,
            ContactController.class,
            SiteController.class,
            ImportController.class,
            PersonalDataController.class,
            ErasureController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskFaults extends Faults {

    DeskFaults() {
        super(
                "desk/fault",
                "Not now",
                "The database does not answer, or others are changing the same. Try again in a moment; what you did last may"
                        + " not have been taken, so look whether it is there.",
                "Nothing was changed. Try again in a moment; if it stays so, the log of the application says why.");
    }

    @ExceptionHandler
    ModelAndView refused(DeskRefused refusal) {
        return page(refusal.status(), refusal.title(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ModelAndView wrongParameter(MethodArgumentTypeMismatchException e) {
        return refused(DeskRefused.address(e.getName(), "has a value that is not allowed here"));
    }
}
