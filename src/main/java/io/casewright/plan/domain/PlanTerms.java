package io.casewright.plan.domain;

import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.calendar.domain.CalendarText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a plan says.
 *
 * @param words by language
 * @param languages in which support is given
 * @param targets by the name of the severity
 * @param firstLine who takes requests; null where it is not said, likewise the specialists behind
 */
public record PlanTerms(
        Map<String, PlanWords> words,
        List<String> languages,
        CalendarText calendar,
        HoursAt hoursAt,
        Charging charging,
        Map<String, Targets> targets,
        @Nullable DeliveryModel firstLine,
        @Nullable DeliveryModel secondLine) {

    static final String FALLBACK = "en";

    public PlanTerms {
        words = Map.copyOf(words);
        languages = List.copyOf(languages);
        targets = Map.copyOf(targets);
    }

    /** Where its hours hold for a case that comes from a site, or from none; empty when that is where the plan itself says. */
    public Optional<CalendarPlace> placeOf(@Nullable CalendarPlace site) {
        return hoursAt == HoursAt.SITE ? Optional.ofNullable(site) : Optional.empty();
    }

    /** The same with the hours of a case at its site. */
    PlanTerms with(CalendarText there) {
        return new PlanTerms(words, languages, there, hoursAt, charging, targets, firstLine, secondLine);
    }

    /** In the reader's language if it is written in it, else in English. */
    public PlanWords wordsFor(Locale reader) {
        return Objects.requireNonNull(words.get(languageFor(reader)));
    }

    /** In which language {@link #wordsFor} answers. */
    public String languageFor(Locale reader) {
        return words.containsKey(reader.getLanguage()) ? reader.getLanguage() : FALLBACK;
    }

    public Targets targetsOf(Enum<?> severity) {
        return Objects.requireNonNull(targets.get(severity.name()));
    }
}
