package io.casewright.calendar.domain;

/**
 * From one minute of a day to another, which may be one of the next day.
 *
 * @param from 0 to 1439
 * @param to after {@code from}, 1440 for midnight, more for the next day, at most a day later
 */
record Span(int from, int to) {

    static final int DAY = 24 * 60;

    /** What of it lies in the day on which it begins. */
    Span today() {
        return new Span(from, Math.min(to, DAY));
    }

    boolean reachesTomorrow() {
        return to > DAY;
    }

    /** What of it lies in the day after. */
    Span tomorrow() {
        return new Span(0, to - DAY);
    }
}
