package io.casewright.prepaid.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger, which never changes.
 *
 * @param caseNumber null where it is about no case
 * @param note which order or invoice it belongs to; null where nobody said so
 * @param login of who did it; null for what follows from a case by itself
 * @param name of that person
 */
public record PrepaidEntry(
        long id,
        Movement movement,
        @Nullable String caseNumber,
        @Nullable String note,
        @Nullable String login,
        @Nullable String name,
        Instant madeAt) {}
