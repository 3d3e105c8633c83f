package io.casewright.casefile.application;

/** The tasks that wait for agents. */
public interface OpenTasks {

    /**
     * Plans the open tasks of a case anew by its facts, and tells its processes.
     *
     * @param processInstanceKey of the case
     */
    void replan(long processInstanceKey, CaseFacts facts);
}
