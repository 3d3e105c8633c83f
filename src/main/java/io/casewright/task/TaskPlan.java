package io.casewright.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands in the lists.
 *
 * @param queue the first candidate group
 * @param priority 0 to 100
 */
public record TaskPlan(
        @Nullable String queue, int priority, @Nullable Instant due) {}
