package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;

/** Nobody needs any more what was begun for the case; published in the transaction that ends it. */
public record CaseEnded(CaseNumber number) {}
