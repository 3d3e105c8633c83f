package io.casewright.casefile.application;

import java.util.Optional;

/** Knows which person did a task. */
public interface Agents {

    /**
     * The login of the person who did the latest task at this element, as far as the engine shows now. Fails, so that the step
     * is tried again, while it shows nobody but still may.
     *
     * @return empty when nobody was assigned
     */
    Optional<String> whoDid(long processInstanceKey, String elementId);

    /** As {@link #whoDid}, for a rule that hangs on the person: waits until the engine shows the task as completed. */
    Optional<String> whoCompleted(long processInstanceKey, String elementId);
}
