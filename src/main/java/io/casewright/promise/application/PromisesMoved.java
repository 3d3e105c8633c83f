package io.casewright.promise.application;

import io.casewright.casefile.domain.CaseNumber;

/** Promises of a case were changed, be it one or several at once; published after all of {@link PromiseChanged}, once. */
record PromisesMoved(CaseNumber number) {}
