package io.casewright.caselink.pages;

import io.casewright.platform.pages.Faults;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Answers a customer with a page where the REST interface would answer with a problem detail. */
@ControllerAdvice(assignableTypes = CaseLinkController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseLinkFaults extends Faults {

    CaseLinkFaults() {
        super(
                "access/by-link-fault",
                "Not now",
                "The case cannot be shown at the moment. Try again in a few minutes.",
                "Try again in a few minutes; if it stays so, answer to our letter.");
    }
}
