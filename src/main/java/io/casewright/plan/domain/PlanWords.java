package io.casewright.plan.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan in one language.
 *
 * @param hours what is said of the service hours beside the calendar; null for nothing
 * @param contact one way a line
 * @param billing what support with bills is; null when it is not given, likewise with subscriptions and in technical matters
 * @param included what the price covers; null for nothing to be said
 */
public record PlanWords(
        String name,
        @Nullable String summary,
        @Nullable String hours,
        List<String> contact,
        @Nullable String billing,
        @Nullable String subscription,
        @Nullable String technical,
        @Nullable String included) {

    public PlanWords {
        contact = List.copyOf(contact);
    }
}
