package io.casewright.plan.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan, as a customer reads it.
 *
 * @param language in which its words are, a BCP 47 tag
 * @param from null when it holds from the beginning
 * @param until when another version takes its place; null when none is known
 * @param state {@code past}, {@code now} or {@code coming}
 * @param about what is said of the hours beside the calendar
 */
record PlanPage(
        long plan,
        int version,
        String name,
        @Nullable String summary,
        String language,
        @Nullable Moment from,
        @Nullable Moment until,
        String state,
        List<Line> support,
        @Nullable String about,
        List<String> hours,
        List<Line> daysOff,
        List<String> contact,
        List<String> languages,
        List<Line> charging,
        @Nullable String included,
        List<TargetLine> targets,
        List<Line> delivery,
        List<Other> otherLanguages) {

    record Line(String label, String value) {}

    /** What is promised at one severity; empty where nothing is. */
    record TargetLine(String severity, String firstResponse, String nextUpdate, String resolution) {}

    /** The same page in another language. */
    record Other(String tag, String name) {}
}
