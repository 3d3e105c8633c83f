package io.casewright.knownissue.application;

import io.casewright.casefile.domain.CaseNumber;

/** The known issue that a case waited with was not behind it; published in the transaction that lets it go on. */
public record CaseUnlinked(CaseNumber number, String knownIssue) {}
