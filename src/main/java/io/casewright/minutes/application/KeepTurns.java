package io.casewright.minutes.application;

import io.casewright.casefile.application.CaseNoted;
import io.casewright.casefile.application.CaseWritten;
import io.casewright.casefile.application.TicketMoved;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.knownissue.application.CaseUnlinked;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.message.MessageKept;
import io.casewright.minutes.domain.Fact;
import io.casewright.minutes.domain.Fact.What;
import io.casewright.minutes.domain.Owner;
import io.casewright.minutes.persistence.TurnStore;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what may have changed whose turn it is, with its instant, in the transaction that changes it. */
@Component
class KeepTurns {

    private final TurnStore store;
    private final Clock clock;

    KeepTurns(TurnStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void written(CaseWritten written) {
        var number = written.number();
        switch (written.status()) {
            case RECEIVED, DIAGNOSING, RESOLVING -> add(number, What.OURS);
            case WAITING_FOR_CUSTOMER -> add(number, store.isAsked(number) ? What.QUESTION_ASKED : What.CONSENT_ASKED);
            case WAITING_FOR_SERVICE_INCIDENT ->
                store.add(number, new Fact(clock.instant(), What.ISSUE_AWAITED, store.issueOf(number), null));
            case HANDED_OFF -> add(number, What.HANDED_OFF);
            case RESOLVED -> add(number, What.CONFIRMATION_ASKED);
            case CLOSED, WITHDRAWN, DUPLICATE -> add(number, What.ENDED);
        }
    }

    @EventListener
    void unlinked(CaseUnlinked unlinked) {
        store.add(unlinked.number(), new Fact(clock.instant(), What.ISSUE_TAKEN_BACK, unlinked.knownIssue(), null));
    }

    @EventListener
    void moved(TicketMoved moved) {
        var what = switch (moved.turn()) {
            case TO_FILE -> What.TICKET_TO_FILE;
            case THEIRS -> What.TICKET_THEIRS;
            case OURS -> What.TICKET_OURS;
            case ENDED -> What.TICKET_ENDED;
        };
        store.add(moved.number(), new Fact(clock.instant(), what, moved.reference(), Owner.valueOf(moved.vendor())));
    }

    @EventListener
    void kept(MessageKept kept) {
        var message = kept.message();
        if (isWord(message)) {
            add(
                    new CaseNumber(message.caseNumber()),
                    message.direction() == Direction.INBOUND ? What.CUSTOMER_WROTE : What.CUSTOMER_HEARD);
        }
    }

    /** What a person wrote to the customer, or the customer to us. */
    private static boolean isWord(CaseMessage message) {
        return message.isReply() ? !message.automatic() : message.isResponse();
    }

    @EventListener
    void noted(CaseNoted noted) {
        if (noted.kind() == TimelineEntry.Kind.MESSAGE_READ) {
            store.addHeard(noted.caseId(), noted.at());
        }
    }

    private void add(CaseNumber number, What what) {
        store.add(number, new Fact(clock.instant(), what, null, null));
    }
}
