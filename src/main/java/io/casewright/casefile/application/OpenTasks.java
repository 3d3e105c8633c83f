package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tasks that wait for agents. */
public interface OpenTasks {

    /**
     * Plans the open tasks of a case anew by its facts, and tells its processes.
     *
     * @param processInstanceKey of the case
     */
    void replan(long processInstanceKey, CaseFacts facts);

    /**
     * Puts the open tasks of a case where its nearest promise puts them.
     *
     * @param due null leaves them due when they are
     * @param priority 0 to 100
     */
    void order(CaseNumber number, @Nullable Instant due, int priority);

    /**
     * Gives the open tasks of one process another due date and priority.
     *
     * @param priority 0 to 100
     */
    void hurry(long processInstanceKey, Instant due, int priority);
}
