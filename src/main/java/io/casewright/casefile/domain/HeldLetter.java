package io.casewright.casefile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter of an agent that has not gone out.
 *
 * @param key one for each letter of its case
 * @param author login of who wrote it; null when that is not known
 * @param goesAt when it goes out unless it is taken back
 */
public record HeldLetter(
        long id, long caseId, String key, @Nullable String author, String body, Instant goesAt) {}
