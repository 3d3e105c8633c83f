package io.casewright.operations.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a command to retry incidents of one cause goes: never more at once than may still fail, with pauses that grow while
 * they fail and shrink again, until five in a row failed for the same reason.
 */
public final class RetryRun {

    public static final int EQUAL_FAILURES = 5;
    private static final int FIRST_PAUSE = 500;
    private static final int LONGEST_PAUSE = 30_000;

    private int resolved;
    private int failed;
    private int underWay;
    private int inARow;
    private @Nullable String lastReason;
    private int pause = FIRST_PAUSE;

    /** So many may be let go next without a sixth equal failure in a row. */
    public int next() {
        return EQUAL_FAILURES - inARow;
    }

    public boolean isStopped() {
        return inARow >= EQUAL_FAILURES;
    }

    public void resolved() {
        resolved++;
        inARow = 0;
        pause = Math.max(FIRST_PAUSE, pause / 2);
    }

    /** What comes of it is not known in the time there is. */
    public void underWay() {
        underWay++;
    }

    /** @param reason in full; what belongs to one case only makes no difference */
    public void failed(String reason) {
        String shape = MessageShape.of(reason);
        failed++;
        inARow = shape.equals(lastReason) ? inARow + 1 : 1;
        lastReason = shape;
        pause = Math.min(LONGEST_PAUSE, pause * 2);
    }

    /** In milliseconds, before the next are let go. */
    public int pause() {
        return pause;
    }

    public int resolvedCount() {
        return resolved;
    }

    public int failedCount() {
        return failed;
    }

    public int underWayCount() {
        return underWay;
    }
}
