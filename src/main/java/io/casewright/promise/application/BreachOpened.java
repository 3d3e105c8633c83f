package io.casewright.promise.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Queue;
import io.casewright.promise.domain.PromiseKind;

/**
 * A threshold that needs a person was passed; published in the transaction that has a duty manager look after it.
 *
 * @param key names the breach
 * @param queue of the case
 */
public record BreachOpened(CaseNumber number, String key, PromiseKind kind, int percent, Queue queue) {}
