package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;

/** What closed a case did not help after all; published in the transaction that reopens it. */
public record CaseReopened(SupportCase supportCase) {}
