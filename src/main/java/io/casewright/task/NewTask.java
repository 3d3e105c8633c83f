package io.casewright.task;

import org.jspecify.annotations.Nullable;

/**
 * A task as the engine makes it.
 *
 * @param caseNumber null where it belongs to no single case
 * @param reference number of the major case, reference of the vendor ticket, or key of the change of a plan
 * @param assignee whoever gets it at once
 * @param stepKey the same for a task that another engine makes again
 * @param isAgain whether another engine made it before
 * @param shown its variables as a JSON object
 */
public record NewTask(
        long taskKey,
        String processId,
        String elementId,
        long processInstanceKey,
        long elementInstanceKey,
        @Nullable String caseNumber,
        @Nullable String reference,
        @Nullable String assignee,
        TaskPlan plan,
        String stepKey,
        boolean isAgain,
        String shown) {}
