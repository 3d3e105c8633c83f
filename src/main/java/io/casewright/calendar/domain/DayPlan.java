package io.casewright.calendar.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One day from midnight to midnight by the clock on the wall, without a gap. */
final class DayPlan {

    /**
     * A part of the day in which nothing changes.
     *
     * @param to its end, as a minute of the day
     */
    record Piece(int to, Stretch.Kind kind, @Nullable String dayOff) {}

    private final List<Piece> pieces;

    private DayPlan(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Of a day that is open in some spans.
     *
     * @param open in any order; they may overlap
     * @param dayOff why the rest of the day is off, empty when it is outside the hours only
     */
    static DayPlan of(List<Span> open, Optional<String> dayOff) {
        var closed = dayOff.isPresent() ? Stretch.Kind.DAY_OFF : Stretch.Kind.OUTSIDE_HOURS;
        var pieces = new ArrayList<Piece>();
        int reached = 0;
        for (var span :
                open.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
            if (span.to() <= reached) {
                continue;
            }
            if (span.from() > reached) {
                pieces.add(new Piece(span.from(), closed, dayOff.orElse(null)));
            }
            pieces.add(new Piece(span.to(), Stretch.Kind.OPEN, null));
            reached = span.to();
        }
        if (reached < Span.DAY) {
            pieces.add(new Piece(Span.DAY, closed, dayOff.orElse(null)));
        }
        return new DayPlan(pieces);
    }

    Piece at(int minute) {
        return pieces.stream()
                .filter(piece -> minute < piece.to())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A day has no minute " + minute));
    }
}
