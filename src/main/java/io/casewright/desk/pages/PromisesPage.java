package io.casewright.desk.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be missed next, and who has how much to do, as it is shown.
 *
 * @param handsOver whether this person may hand over what others have
 */
record PromisesPage(List<Line> lines, List<Person> people, boolean handsOver) {

    /**
     * A promise.
     *
     * @param state CSS class of its due time: {@code open} or {@code late}
     * @param workers logins of who has open tasks of the case; null when nobody has
     */
    record Line(
            String number,
            String subject,
            String locale,
            String customer,
            String severity,
            String queue,
            String kind,
            Moment due,
            String state,
            @Nullable String workers) {}

    /**
     * Somebody who has open tasks.
     *
     * @param others who may get them
     */
    record Person(String login, String name, int open, int overdue, List<DeskPage.Choice> others) {}
}
