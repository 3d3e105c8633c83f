package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Channel;

/** A new case is stored; published last in the transaction that stores it. */
public record CaseReceived(CaseNumber number, Channel channel) {}
