package io.casewright.casefile.process;

/** Result of the decision approval. */
public record Approval(boolean approvalNeeded) {}
