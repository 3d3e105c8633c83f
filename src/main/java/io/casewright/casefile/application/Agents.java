package io.casewright.casefile.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which person did a task. */
public interface Agents {

    /**
     * The login of the person who did the latest task at this element.
     *
     * @return empty when it is not known (yet): the engine's search lags some seconds behind
     */
    Optional<String> whoDid(long processInstanceKey, String elementId);

    /** A login that a rule depends on; without it the step is tried again later. */
    static String required(@Nullable String agent) {
        if (agent == null) {
            throw new IllegalStateException(
                    "It is not known yet who did the task before this step. Assign tasks to a person before completing them;"
                            + " the step is tried again.");
        }
        return agent;
    }
}
