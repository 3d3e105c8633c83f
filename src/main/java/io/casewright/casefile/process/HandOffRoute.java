package io.casewright.casefile.process;

/** Result of the decision hand-off-route. */
public record HandOffRoute(String handOffTarget) {}
