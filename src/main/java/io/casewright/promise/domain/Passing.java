package io.casewright.promise.domain;

import java.time.Instant;

/**
 * A threshold that was passed, once and for all.
 *
 * @param at the instant at which so much of the time was used up, whenever it was noticed
 */
public record Passing(int percent, Instant at) {

    public boolean isBreach() {
        return percent == Thresholds.BREACH;
    }
}
