package io.casewright.subscription;

import java.time.Duration;

/**
 * What came of asking Partner Center for a change.
 *
 * @param report what was read back, or why not, with Microsoft's correlation id; for an agent
 * @param lookAgainIn when to ask again; zero unless it goes on
 */
public record ChangeOutcome(State state, String report, Duration lookAgainIn) {

    /** How far it got. */
    public enum State {
        /** Read back: it is as it shall be. */
        MADE,
        /** Nothing was changed. */
        REFUSED,
        /** Microsoft is still at it, or at something before it. */
        GOES_ON,
        /** Microsoft took the change, but failed to provide it; a person has to look. */
        UNCLEAR
    }

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofHours(1);

    static ChangeOutcome made(String report) {
        return new ChangeOutcome(State.MADE, report, Duration.ZERO);
    }

    static ChangeOutcome refused(String report) {
        return new ChangeOutcome(State.REFUSED, report, Duration.ZERO);
    }

    static ChangeOutcome unclear(String report) {
        return new ChangeOutcome(State.UNCLEAR, report, Duration.ZERO);
    }

    /** Microsoft confirms it within minutes. */
    static ChangeOutcome goesOn(String report) {
        return new ChangeOutcome(State.GOES_ON, report, SOON);
    }

    /** Another change has to end first, which may take a day. */
    static ChangeOutcome waits(String report) {
        return new ChangeOutcome(State.GOES_ON, report, LATER);
    }
}
