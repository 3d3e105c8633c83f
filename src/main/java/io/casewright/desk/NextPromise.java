package io.casewright.desk;

import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import java.util.Optional;

/** What the customer of a case was promised next. */
public interface NextPromise {

    /** When it is due at the latest; empty when nothing is promised now. Sees what the running transaction has written. */
    Optional<Instant> dueOf(CaseNumber number);
}
