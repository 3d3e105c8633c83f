package io.casewright.minutes.pages;

import io.casewright.minutes.domain.OwnedStretch;
import java.util.ArrayList;
import java.util.List;

/** Lays stretches side by side, each as wide as it is long. */
final class Bar {

    /** How wide it is in its own measure. */
    static final int WIDTH = 1000;

    private Bar() {}

    /** From where, and how wide. The name is a CSS class. */
    record Piece(String name, int x, int width) {}

    /** Gaps are left out, and so is what would be no line wide. */
    static List<Piece> of(List<OwnedStretch> stretches) {
        long total = stretches.stream().mapToLong(OwnedStretch::seconds).sum();
        var pieces = new ArrayList<Piece>();
        long passed = 0;
        for (var stretch : stretches) {
            int x = place(passed, total);
            passed += stretch.seconds();
            int width = place(passed, total) - x;
            if (width > 0) {
                pieces.add(new Piece(stretch.owner().name(), x, width));
            }
        }
        return pieces;
    }

    private static int place(long seconds, long total) {
        return (int) Math.round((double) seconds * WIDTH / total);
    }
}
