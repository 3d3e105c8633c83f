package io.casewright.task;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task of a person. */
public record Task(
        long id,
        int generation,
        long taskKey,
        String processId,
        String elementId,
        long processInstanceKey,
        long elementInstanceKey,
        @Nullable String caseNumber,
        @Nullable String reference,
        @Nullable String queue,
        @Nullable String assignee,
        int priority,
        @Nullable Instant due,
        State state,
        Map<String, Object> shown,
        Instant createdAt,
        @Nullable Instant assignedAt,
        @Nullable Instant endedAt,
        @Nullable String completedBy) {

    public enum State {
        OPEN,
        COMPLETED,
        CANCELED
    }
}
