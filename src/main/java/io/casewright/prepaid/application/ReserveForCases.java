package io.casewright.prepaid.application;

import io.casewright.casefile.application.CaseEnded;
import io.casewright.casefile.application.CaseReceived;
import io.casewright.casefile.application.CaseWritten;
import io.casewright.casefile.domain.CaseStatus;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A case reserves hours when it comes in, and releases them when it ends without work; one with work uses them when it is charged. */
@Component
class ReserveForCases {

    private final PrepaidHours hours;

    ReserveForCases(PrepaidHours hours) {
        this.hours = hours;
    }

    @EventListener
    void received(CaseReceived received) {
        hours.begin(received.number().value());
    }

    /** After those who let it use hours. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ended(CaseEnded ended) {
        hours.releaseUnworked(ended.number().value());
    }

    /** One that was joined with another is worked on there. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void written(CaseWritten written) {
        if (written.status() == CaseStatus.DUPLICATE) {
            hours.release(written.number().value());
        }
    }
}
