package io.casewright.message;

/**
 * Published inside the transaction that gives a letter up, so that a listener's changes commit with it.
 *
 * @param reason a sentence for an agent: what happened and what to do
 */
public record LetterFailed(String caseNumber, LetterKind kind, String reason) {}
