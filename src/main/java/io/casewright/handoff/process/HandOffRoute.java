package io.casewright.handoff.process;

import org.jspecify.annotations.Nullable;

/** Result of the decision hand-off-route. */
public record HandOffRoute(String handOffTarget, String handOffChannel) {

    /** @throws IllegalStateException when no rule of the decision fits: then nothing goes anywhere */
    static HandOffRoute known(@Nullable HandOffRoute route) {
        if (route == null) {
            throw new IllegalStateException(
                    "The decision hand-off-route has no way for this case. See whether the customer's delivery model and the kind of its"
                            + " partner are right, or add a row to the decision, then retry.");
        }
        return route;
    }
}
