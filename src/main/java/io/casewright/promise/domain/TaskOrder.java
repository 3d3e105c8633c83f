package io.casewright.promise.domain;

import java.util.Collection;

/** How far up in the lists the tasks of a case stand: by its severity, and the higher the less is left of what was promised. */
public final class TaskOrder {

    private static final int TOP = 100;
    private static final int NEAR = 75;
    private static final int VERY_NEAR = 90;

    private TaskOrder() {}

    /**
     * Each threshold closes a part of what is left to the top, so that of two cases as near to their promises the more severe one comes first.
     *
     * @param ofSeverity 0 to 100
     * @param passed thresholds that promises of the case have passed which are still to be kept, in percent
     */
    public static int priority(int ofSeverity, Collection<Integer> passed) {
        int highest = passed.stream().mapToInt(Integer::intValue).max().orElse(0);
        return ofSeverity + (TOP - ofSeverity) * quarters(highest) / 4;
    }

    private static int quarters(int percent) {
        if (percent >= Thresholds.BREACH) {
            return 3;
        }
        return percent >= VERY_NEAR ? 2 : percent >= NEAR ? 1 : 0;
    }
}
