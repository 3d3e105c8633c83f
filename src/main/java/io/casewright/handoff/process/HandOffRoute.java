package io.casewright.handoff.process;

/** Result of the decision hand-off-route. */
public record HandOffRoute(String handOffTarget, String handOffChannel) {}
