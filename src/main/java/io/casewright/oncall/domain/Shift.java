package io.casewright.oncall.domain;

import java.time.Instant;

/**
 * Somebody is on call for a queue.
 *
 * @param ends not in it any more
 */
public record Shift(long id, String queue, String login, Instant begins, Instant ends) {

    boolean covers(Instant at) {
        return !at.isBefore(begins) && at.isBefore(ends);
    }
}
