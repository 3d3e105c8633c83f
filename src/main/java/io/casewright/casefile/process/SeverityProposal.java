package io.casewright.casefile.process;

import org.jspecify.annotations.Nullable;

/** Result of the decision severity; when a person is needed, it is only the proposal. */
public record SeverityProposal(@Nullable String severity, String severityReason, boolean needsPerson) {}
