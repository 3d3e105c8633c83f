package io.casewright.knownissue.application;

/**
 * What the form shows of the known issue a case waits with, and how urgent its task is. These names are the names of the process
 * variables.
 *
 * @param issueStatus how it stands, and as of when
 * @param issueNews Microsoft's notices that no agent has settled yet, oldest first, or else the newest; empty when there is none
 * @param issueNewsAt Microsoft's time of the newest of them; empty when there is none
 * @param watchPriority of the task, 0 to 100
 * @param watchDue until when the news should be told; empty when there are none
 */
public record WatchedIssue(
        String issueTitle,
        String issueStatus,
        String issueNews,
        String issueNewsAt,
        int watchPriority,
        String watchDue) {}
