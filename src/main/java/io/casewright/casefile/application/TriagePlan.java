package io.casewright.casefile.application;

import java.time.Instant;

/**
 * Where the task to triage a request stands in the lists, should the request be of a certain severity.
 *
 * @param priority 0 to 100
 * @param taskDue when the first response is promised
 */
public record TriagePlan(int priority, Instant taskDue) {}
