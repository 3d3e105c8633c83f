package io.casewright.handoff.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.handoff.domain.HandOff;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the processes of a hand-off and of its ticket what happened, after the current transaction has committed. */
@Component
class HandOffProcess {

    // A second question waits in the engine while somebody still answers the first, however long that takes.
    private static final Duration UNTIL_READ = Duration.ofDays(365);

    private final EngineOutbox engine;

    HandOffProcess(EngineOutbox engine) {
        this.engine = engine;
    }

    void startTicket(CaseNumber number, String reference) {
        engine.send(EngineMessage.starting(
                HandOffMessages.TICKET_PREPARED,
                reference,
                Map.of("caseNumber", number.value(), "ticketReference", reference)));
    }

    void tellAsked(VendorTicket ticket, String question, String stepKey) {
        var there = TicketStanding.of(ticket);
        send(
                HandOffMessages.VENDOR_ASKED,
                ticket.handOff(),
                stepKey,
                Map.of(
                        "vendorNumber",
                        ticket.vendorNumber().orElse(""),
                        "vendorQuestion",
                        question,
                        "statusThere",
                        there.status(),
                        "lastContact",
                        there.lastContact(),
                        "waitReason",
                        there.waitReason()));
    }

    void tellClosed(HandOff handOff, boolean solved, String words, String stepKey) {
        send(
                HandOffMessages.VENDOR_TICKET_CLOSED,
                handOff,
                stepKey,
                Map.of("handOffResult", solved ? "SOLVED" : "NOT_SOLVED", "vendorWords", words));
    }

    /** The process of the ticket looks how it stands. */
    void tellChanged(HandOff handOff, String stepKey) {
        send(HandOffMessages.TICKET_CHANGED, handOff, stepKey, Map.of());
    }

    void tellCancelled(HandOff handOff) {
        send(HandOffMessages.TICKET_CANCELLED, handOff, "case", Map.of());
    }

    private void send(String message, HandOff handOff, String stepKey, Map<String, Object> variables) {
        engine.send(new EngineMessage(
                message + ":" + handOff.reference() + ":" + stepKey,
                message,
                handOff.reference(),
                UNTIL_READ,
                variables,
                false));
    }
}
