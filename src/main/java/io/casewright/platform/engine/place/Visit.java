package io.casewright.platform.engine.place;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
        String reference = Stream.of(
                        "ticketReference", "majorCase", "accessReference", "planChange", "statement", "breach", "mail")
                .map(name -> text(variables.get(name), 40))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Visit(
                job.getBpmnProcessId(),
                job.getProcessInstanceKey(),
                job.getElementId(),
                job.getElementInstanceKey(),
                text(variables.get("caseNumber"), 20),
                reference,
                variables,
                job.getVariables());
    }

    /** Names what the process waited for last, where its waits are told apart. */
    @Nullable
    String waitKey() {
        return text(variables.get("waitKey"), 40);
    }

    /** A process that was started by hand may hold anything. */
    private static @Nullable String text(@Nullable Object value, int most) {
        return value instanceof String text && text.length() <= most ? text : null;
    }
}
