package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;

/** The customer no longer needs an answer; published in the transaction that withdraws the case. */
public record CaseWithdrawn(CaseNumber number) {}
