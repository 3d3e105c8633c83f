package io.casewright.casefile.domain;

import org.jspecify.annotations.Nullable;

/**
 * What an agent found out.
 *
 * @param handOffCategory one of the categories of a hand-off, when it leads to one
 * @param knownIssue id of the service incident, when the case waits for one
 */
public record Diagnosis(
        Category category,
        Severity severity,
        String findings,
        NextStep nextStep,
        @Nullable String handOffCategory,
        @Nullable String knownIssue) {}
