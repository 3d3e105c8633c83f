package io.casewright.casefile.application;

import java.time.Instant;

/** The tasks that wait for agents. */
public interface OpenTasks {

    /**
     * Plans the open tasks of a case anew by its facts, and tells its processes.
     *
     * @param processInstanceKey of the case
     */
    void replan(long processInstanceKey, CaseFacts facts);

    /**
     * Gives the open tasks of one process another due date and priority.
     *
     * @param priority 0 to 100
     */
    void hurry(long processInstanceKey, Instant due, int priority);
}
