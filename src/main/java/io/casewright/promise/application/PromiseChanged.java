package io.casewright.promise.application;

import io.casewright.casefile.domain.CaseNumber;

/**
 * The clock of a promise was started, held, measured anew or stopped, or something was passed; published in the transaction that changes it.
 *
 * @param promise its id
 * @param hasEnded whether it is awaited no more
 */
public record PromiseChanged(CaseNumber number, long promise, boolean hasEnded) {}
