package io.casewright.desk.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has been at the Desk.
 *
 * @param acts whether this person may take tasks, rather than only look
 */
public record Colleague(String login, String name, Set<String> queues, boolean acts) {

    /** Whether tasks of the queue may be this person's; those of no queue are anybody's. */
    public boolean mayTake(@Nullable String queue) {
        return acts && (queue == null || queues.contains(queue));
    }
}
