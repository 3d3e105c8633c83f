package io.casewright.casefile.application;

import io.casewright.casefile.domain.SupportCase;

/** A case is closed, with or without a resolution; published in the transaction that closes it. */
public record CaseClosed(SupportCase supportCase) {}
