package io.casewright.prepaid.domain;

import io.casewright.prepaid.domain.Movement.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of its customer's minutes belongs to a case.
 *
 * @param asked the use that was asked for last; null while none was
 */
public record CaseHours(int reserved, int used, @Nullable Integer asked) {

    public static final CaseHours NOTHING = new CaseHours(0, 0, null);

    public CaseHours {
        if (reserved < 0 || used < 0) {
            throw new IllegalArgumentException(
                    "A case has reserved %d and used %d minutes, neither can be below nothing"
                            .formatted(reserved, used));
        }
    }

    /** Reserves as much as is wanted at the most, where the case has nothing and had nothing. */
    public List<Movement> begin(int wanted, int free) {
        return reserve(Math.min(wanted, free));
    }

    /** Reserves so much that with what was used it is enough for the minutes, as far as some are free. */
    public List<Movement> cover(int minutes, int free) {
        return reserve(Math.min(required(minutes) - used - reserved, free));
    }

    /**
     * Has the use become so many minutes, as far as there are as many, and releases what is reserved beyond. Asked for the same again it takes
     * nothing that became free meanwhile, so that a repetition comes to the same.
     */
    public List<Movement> use(int minutes, int free) {
        int missing = Math.max(0, required(minutes) - used - reserved);
        int added = Integer.valueOf(minutes).equals(asked) ? 0 : Math.min(missing, free);
        int more = Math.min(minutes - used, reserved + added);
        var movements = new ArrayList<>(reserve(added));
        add(movements, Kind.USED, more);
        add(movements, Kind.GIVEN_BACK, -more);
        add(movements, Kind.RELEASED, reserved + added - Math.max(0, more));
        return movements;
    }

    /** Releases what is reserved. */
    public List<Movement> release() {
        var movements = new ArrayList<Movement>();
        add(movements, Kind.RELEASED, reserved);
        return movements;
    }

    public CaseHours after(List<Movement> movements) {
        return new CaseHours(
                reserved + movements.stream().mapToInt(Movement::reserved).sum(),
                used + movements.stream().mapToInt(Movement::used).sum(),
                asked);
    }

    public CaseHours asked(int minutes) {
        return new CaseHours(reserved, used, minutes);
    }

    private static int required(int minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("No case takes %d minutes".formatted(minutes));
        }
        return minutes;
    }

    private static List<Movement> reserve(int minutes) {
        var movements = new ArrayList<Movement>();
        add(movements, Kind.RESERVED, minutes);
        return movements;
    }

    private static void add(List<Movement> movements, Kind kind, int minutes) {
        if (minutes > 0) {
            movements.add(new Movement(kind, minutes));
        }
    }
}
