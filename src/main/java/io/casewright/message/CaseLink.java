package io.casewright.message;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes the link by which the reader of a letter reads and answers its case without a login. */
@FunctionalInterface
public interface CaseLink {

    /** @param address where it leads */
    record Made(String address, Instant validUntil) {}

    /**
     * A new one, for who gets a letter of this case at this address; empty when nobody there may speak about the case.
     *
     * @param language in which its reader is written to
     */
    Optional<Made> of(String caseNumber, String email, Locale language);
}
