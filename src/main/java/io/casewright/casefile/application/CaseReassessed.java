package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;

/** An open case has another severity; published in the transaction that changes it. */
public record CaseReassessed(CaseNumber number, Severity severity) {}
