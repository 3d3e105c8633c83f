package io.casewright.desk.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list: a task, or a case without one.
 *
 * @param number of the case; null for a task of no single case
 * @param reference of the ticket or major case the task is about
 * @param subject of the case, or what the task says it is about
 * @param severity name of the severity
 * @param status name of the status of the case
 * @param due when the next promise is due, or the task itself where there is no case
 * @param customerWroteAt when the customer said the last word
 * @param isNews whether we have not answered that
 */
public record DeskRow(
        @Nullable Long taskId,
        @Nullable String number,
        @Nullable String reference,
        @Nullable String customer,
        @Nullable String subject,
        @Nullable String processId,
        @Nullable String elementId,
        @Nullable String severity,
        @Nullable String status,
        @Nullable Instant due,
        @Nullable String queue,
        @Nullable String assignee,
        @Nullable Instant customerWroteAt,
        boolean isNews) {}
