package io.casewright.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sent for a task.
 *
 * @param person login of who has the task; null when nobody does
 * @param variables what the form sent, over all that the process knew
 */
public record SentForm(
        long taskKey,
        String processId,
        String elementId,
        @Nullable String person,
        Map<String, Object> variables) {

    SentForm by(String login) {
        return new SentForm(taskKey, processId, elementId, login, variables);
    }
}
