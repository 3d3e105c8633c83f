package io.casewright.operations.application;

import io.casewright.operations.domain.Cause;
import io.casewright.operations.domain.MessageShape;
import io.casewright.operations.domain.Remedies;
import io.casewright.platform.engine.FailureMessage;
import io.casewright.platform.engine.Incident;

/** Reads the messages of incidents: those of our own workers, and those that the engine wrote. */
final class IncidentTexts {

    private IncidentTexts() {}

    static Cause causeOf(Incident incident) {
        return new Cause(
                incident.processId(),
                incident.elementId(),
                incident.kind(),
                MessageShape.of(shown(incident.message())));
    }

    /** What may be shown of a message to people who need not know what customers wrote. */
    static String shown(String message) {
        return FailureMessage.read(message)
                .map(failure -> MessageShape.shown(
                        "%s failed: %s: %s".formatted(failure.jobType(), failure.error(), failure.text())))
                .orElseGet(() -> MessageShape.withoutContents(message));
    }

    static String remedyFor(Incident incident) {
        return FailureMessage.read(incident.message())
                .map(FailureMessage::remedy)
                .orElseGet(() -> Remedies.of(incident.kind()));
    }
}
