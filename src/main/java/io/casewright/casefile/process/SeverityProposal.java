package io.casewright.casefile.process;

import org.jspecify.annotations.Nullable;

/** Result of the decision severity. */
public record SeverityProposal(@Nullable String severity, String severityReason) {}
