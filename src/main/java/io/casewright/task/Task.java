package io.casewright.task;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task for a person.
 *
 * @param id of its row; what pages and links name it by
 * @param generation of the engine that issued the keys
 * @param taskKey 0 while no engine has it
 * @param caseNumber null where a task belongs to no single case
 * @param reference number of the major case, reference of the vendor ticket, or key of the change of a plan
 * @param queue the first candidate group
 * @param shown the variables it had when it was made
 * @param sent what its form sent when it was completed, as a JSON object
 * @param completedBy login of the person who had it when it was completed
 */
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
        TaskState state,
        Map<String, Object> shown,
        Instant createdAt,
        @Nullable Instant assignedAt,
        @Nullable Instant endedAt,
        @Nullable String sent,
        @Nullable String completedBy) {

    /** Whether the engine that runs now has it; one that was started anew has yet to make its tasks again. */
    public boolean isInEngine() {
        return taskKey != 0;
    }

    /** Whether it waits for somebody. */
    public boolean isOpen() {
        return state == TaskState.OPEN;
    }
}
