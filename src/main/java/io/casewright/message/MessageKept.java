package io.casewright.message;

/** A message of a case is kept; published in the transaction that keeps it. */
public record MessageKept(CaseMessage message) {}
