package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;

/** The same key came with another content. */
public class IntakeKeyReused extends RuntimeException {

    IntakeKeyReused(CaseNumber first) {
        super("This key already belongs to case %s with another content. Use a new key for a new request."
                .formatted(first));
    }
}
