package io.casewright.handoff.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.handoff.domain.HandOff;
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

    void tellAsked(HandOff handOff, String vendorNumber, String question, String stepKey) {
        send(
                HandOffMessages.VENDOR_ASKED,
                handOff,
                stepKey,
                Map.of("vendorNumber", vendorNumber, "vendorQuestion", question));
    }

    void tellClosed(HandOff handOff, boolean solved, String words, String stepKey) {
        send(
                HandOffMessages.VENDOR_TICKET_CLOSED,
                handOff,
                stepKey,
                Map.of("handOffResult", solved ? "SOLVED" : "NOT_SOLVED", "vendorWords", words));
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
                variables));
    }
}
