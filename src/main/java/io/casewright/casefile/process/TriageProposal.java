package io.casewright.casefile.process;

import org.jspecify.annotations.Nullable;

/** Result of the decision triage. */
public record TriageProposal(
        @Nullable String category,
        @Nullable String queue,
        @Nullable String remit,
        String triageReason) {}
