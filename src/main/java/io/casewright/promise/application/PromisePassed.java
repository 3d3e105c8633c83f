package io.casewright.promise.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.promise.domain.PromiseKind;
import java.time.Instant;

/**
 * A threshold of a promise was passed, once and for all; published in the transaction that notes it.
 *
 * @param promise its id
 * @param percent of the time that was used up
 * @param at when it was, however late it is noticed
 */
public record PromisePassed(CaseNumber number, long promise, PromiseKind kind, int percent, Instant at) {}
