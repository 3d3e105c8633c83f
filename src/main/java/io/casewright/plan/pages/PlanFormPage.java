package io.casewright.plan.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a plan's next version, as it is shown.
 *
 * @param revision of the draft that was looked at
 * @param problem why nothing was kept; null when something was, or nothing was to be
 */
public record PlanFormPage(
        long plan,
        String name,
        long revision,
        List<Group> groups,
        int faults,
        @Nullable String problem) {

    /** Fields that belong together. */
    public record Group(String title, List<Field> fields) {}

    /**
     * One field.
     *
     * @param kind {@code line}, {@code lines} or {@code choice}
     * @param fault what is wrong with it, in the reader's language; null when nothing is
     * @param help how it is written, or what somebody else made of it meanwhile
     * @param options the words for what can be chosen, by value
     */
    public record Field(
            String name,
            String label,
            String kind,
            String value,
            @Nullable String fault,
            @Nullable String help,
            Map<String, String> options) {}
}
