package io.casewright.operations.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a dead letter.
 *
 * @param crossing which it could not make
 * @param letter its key
 * @param place the case it belonged to, if one was known
 * @param action name of what was decided
 * @param target where it was attached
 * @param reason why; always there when it was discarded
 * @param person login of who decided
 */
public record Decision(
        String crossing,
        String letter,
        @Nullable String place,
        String action,
        @Nullable String target,
        @Nullable String reason,
        String person,
        String personName,
        Instant decidedAt) {}
