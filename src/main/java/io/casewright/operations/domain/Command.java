package io.casewright.operations.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody had done to incidents of one cause, and how far it got.
 *
 * @param by login of the person
 * @param byName as others read it
 * @param wanted how many were to be retried
 * @param underWay of how many it was not known at the end whether they go on
 * @param reason why it ended before all were tried; empty when it did not
 */
public record Command(
        long id,
        String cause,
        String processId,
        String elementId,
        String by,
        String byName,
        Instant startedAt,
        int wanted,
        int resolved,
        int failed,
        int underWay,
        State state,
        String reason,
        Instant beatAt,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        BROKEN_OFF
    }
}
