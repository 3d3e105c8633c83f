package io.casewright.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations in milliseconds, collected from several threads. */
final class Latencies {

    private final List<Double> milliseconds = new ArrayList<>();
    private int errors;

    synchronized void add(long nanoseconds) {
        milliseconds.add(nanoseconds / 1e6);
    }

    synchronized void addError() {
        errors++;
    }

    synchronized int count() {
        return milliseconds.size();
    }

    synchronized int errors() {
        return errors;
    }

    /** The smallest measured duration that at least this share of all does not exceed; NaN without any. */
    synchronized double percentile(double share) {
        if (milliseconds.isEmpty()) {
            return Double.NaN;
        }
        var sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
