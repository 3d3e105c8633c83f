package io.casewright.prepaid.domain;

/**
 * When little is left.
 *
 * @param below fewer free minutes than this are little
 * @param margin so many more have to become free until it is over, so that a reservation that comes and goes is not told again and again
 */
public record LowBalance(int below, int margin) {

    /** Whether little is left after reservations have changed. What was bought ends it in any case. */
    public boolean isLow(boolean wasLow, Balance before, Balance now) {
        boolean fell = now.free() < before.free();
        return fell ? wasLow || now.free() < below : wasLow && now.free() < below + margin;
    }
}
