package io.casewright.prepaid.domain;

/**
 * Something that happens to prepaid minutes.
 *
 * @param minutes at least one
 */
public record Movement(Kind kind, int minutes) {

    /** What each does to the minutes that a customer holds, to those that are reserved for cases, and to those that cases used. */
    public enum Kind {
        BOUGHT(1, 0, 0),
        RESERVED(0, 1, 0),
        RELEASED(0, -1, 0),
        USED(-1, -1, 1),
        GIVEN_BACK(1, 0, -1);

        private final int held;
        private final int reserved;
        private final int used;

        Kind(int held, int reserved, int used) {
            this.held = held;
            this.reserved = reserved;
            this.used = used;
        }
    }

    public Movement {
        if (minutes < 1) {
            throw new IllegalArgumentException("A movement of prepaid hours has at least one minute, not " + minutes);
        }
    }

    int held() {
        return kind.held * minutes;
    }

    int reserved() {
        return kind.reserved * minutes;
    }

    int used() {
        return kind.used * minutes;
    }
}
