package io.casewright.platform.engine.place;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A visit of a process to a step, as a job tells of it. */
record Visit(
        String processId,
        long processInstanceKey,
        String elementId,
        long elementInstanceKey,
        @Nullable String caseNumber,
        @Nullable String reference,
        Map<String, Object> variables,
        String document) {

    static Visit of(ActivatedJob job) {
        var variables = job.getVariablesAsMap();
        String ticket = text(variables.get("ticketReference"), 40);
        return new Visit(
                job.getBpmnProcessId(),
                job.getProcessInstanceKey(),
                job.getElementId(),
                job.getElementInstanceKey(),
                text(variables.get("caseNumber"), 20),
                ticket == null ? text(variables.get("majorCase"), 40) : ticket,
                variables,
                job.getVariables());
    }

    /** A process that was started by hand may hold anything. */
    private static @Nullable String text(@Nullable Object value, int most) {
        return value instanceof String text && text.length() <= most ? text : null;
    }
}
