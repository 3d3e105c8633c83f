package io.casewright.prepaid.domain;

import java.util.List;

/**
 * How many minutes a customer has. Never less than nothing is free.
 *
 * @param held bought and not used
 * @param reserved of those, for cases
 */
public record Balance(int held, int reserved) {

    public static final Balance NOTHING = new Balance(0, 0);

    public Balance {
        if (reserved < 0 || held < reserved) {
            throw new IllegalArgumentException("Of %d minutes %d cannot be reserved".formatted(held, reserved));
        }
    }

    /** What may still be reserved. */
    public int free() {
        return held - reserved;
    }

    /** @throws IllegalArgumentException when there are not as many */
    public Balance after(Movement movement) {
        return new Balance(Math.addExact(held, movement.held()), reserved + movement.reserved());
    }

    public Balance after(List<Movement> movements) {
        var balance = this;
        for (var movement : movements) {
            balance = balance.after(movement);
        }
        return balance;
    }
}
