package io.casewright.operations.application;

import io.casewright.operations.domain.Cause;
import io.casewright.platform.engine.Incident;
import java.time.Instant;
import java.util.List;

/**
 * Incidents of one cause.
 *
 * @param incidents the newest first, at least one
 * @param text what the newest says, without the contents of variables
 * @param remedy what to do
 */
public record IncidentGroup(Cause cause, List<Incident> incidents, String text, String remedy) {

    public IncidentGroup {
        incidents = List.copyOf(incidents);
    }

    public Instant since() {
        return incidents.getLast().since();
    }
}
