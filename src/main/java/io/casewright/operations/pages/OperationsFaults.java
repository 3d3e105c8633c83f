package io.casewright.operations.pages;

import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Answers a reader with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = {OperationsController.class, DeadLettersController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperationsFaults extends Faults {

    OperationsFaults() {
        super(
                "desk/fault",
                "The database is away",
                "It does not answer, or somebody holds a row of it for long. Nothing can be read or done here until it does: see"
                        + " whether MySQL runs and is reached, and try again.",
                "Try again in a moment; if it stays so, the log of the application says why.");
    }
}
