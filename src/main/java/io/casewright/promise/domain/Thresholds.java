package io.casewright.promise.domain;

import java.util.List;

/** At which parts of its time a promise makes itself heard, in percent and in order; at 100 it is breached. */
public record Thresholds(List<Integer> percents) {

    /** The percent at which a promise is breached. */
    public static final int BREACH = 100;

    private static final int HIGHEST = 1000;

    public Thresholds {
        percents = List.copyOf(percents);
        int before = 0;
        for (int percent : percents) {
            if (percent <= before || percent > HIGHEST) {
                throw new IllegalArgumentException(
                        "thresholds " + percents + " are in no order; write percents from 1 to " + HIGHEST
                                + ", each higher than the one before, such as 50, 75, 90, 100, 120");
            }
            before = percent;
        }
        if (!percents.contains(BREACH)) {
            throw new IllegalArgumentException(
                    "thresholds " + percents + " lack 100, at which a promise is breached; add it");
        }
    }
}
