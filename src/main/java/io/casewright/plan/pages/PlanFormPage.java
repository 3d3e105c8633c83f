package io.casewright.plan.pages;

import io.casewright.plan.PlanFormFields.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a plan's next version, as it is shown.
 *
 * @param revision of the draft that was looked at
 * @param problem why nothing was kept; null when something was, or nothing was to be
 */
record PlanFormPage(
        long plan,
        String name,
        long revision,
        List<Group> groups,
        int faults,
        @Nullable String problem) {

    /** Fields that belong together. */
    record Group(String title, List<Field> fields) {}
}
