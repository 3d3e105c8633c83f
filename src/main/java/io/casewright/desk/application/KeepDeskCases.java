package io.casewright.desk.application;

import io.casewright.casefile.application.CaseWritten;
import io.casewright.customer.NameChanged;
import io.casewright.desk.persistence.DeskCases;
import io.casewright.message.MessageKept;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what lists show of a case in the transaction that changes it; cases from before the Desk are added at the start. */
@Component
class KeepDeskCases {

    private static final Logger log = LoggerFactory.getLogger(KeepDeskCases.class);
    private static final int AT_ONCE = 200;

    private final DeskCases cases;

    KeepDeskCases(DeskCases cases) {
        this.cases = cases;
    }

    @EventListener
    void written(CaseWritten written) {
        if (written.isNew()) {
            cases.add(List.of(written.caseId()));
        } else {
            cases.update(written);
        }
    }

    @EventListener
    void kept(MessageKept kept) {
        cases.note(kept.message());
    }

    @EventListener
    void renamed(NameChanged changed) {
        if (changed.contactId() == null) {
            cases.renameCustomer(changed.customerId(), changed.name());
        } else {
            cases.renameContact(changed.contactId(), changed.name());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void addEarlierCases() {
        Thread.ofVirtual().name("desk-cases").start(() -> {
            try {
                addAllMissing();
            } catch (RuntimeException e) {
                log.warn("The Desk does not list all cases from before it; the next start tries again", e);
            }
        });
    }

    private void addAllMissing() {
        int added = 0;
        var missing = cases.missing(Long.MAX_VALUE, AT_ONCE);
        while (!missing.isEmpty()) {
            cases.add(missing);
            added += missing.size();
            missing = cases.missing(missing.getLast(), AT_ONCE);
        }
        if (added > 0) {
            log.info("The Desk now lists and finds {} cases that were there before it", added);
        }
    }
}
