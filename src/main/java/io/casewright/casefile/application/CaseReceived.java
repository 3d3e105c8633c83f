package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Channel;

/** A new case is stored. */
record CaseReceived(CaseNumber number, Channel channel) {}
