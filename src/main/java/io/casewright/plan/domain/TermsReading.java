package io.casewright.plan.domain;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.text.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes terms of fields that {@link TermsCheck} found to be right, or that were kept as they came from before there were checks. */
public final class TermsReading {

    private final PlanFields fields;

    private TermsReading(PlanFields fields) {
        this.fields = fields;
    }

    public static PlanTerms of(PlanFields fields) {
        return new TermsReading(fields).terms();
    }

    private PlanTerms terms() {
        var words = new HashMap<String, PlanWords>();
        PlanFields.LANGUAGES.stream()
                .filter(fields::isIn)
                .forEach(language -> words.put(language, words(language + ".")));
        var targets = new HashMap<String, Targets>();
        PlanFields.SEVERITIES.forEach(
                severity -> targets.put(severity.toUpperCase(Locale.ROOT), targets("targets." + severity + ".")));
        return new PlanTerms(
                words,
                fields.linesOf("languages"),
                calendar(fields),
                hoursAt(),
                charging(),
                targets,
                delivery("delivery.firstLine"),
                delivery("delivery.secondLine"));
    }

    /** The calendar that is written in the fields, right or not. */
    public static CalendarText calendar(PlanFields fields) {
        return new CalendarText(
                fields.of("calendar.zone"),
                fields.linesOf("calendar.hours"),
                orNull(fields.of("calendar.country")),
                orNull(fields.of("calendar.region")),
                fields.linesOf("calendar.closedDays"),
                fields.linesOf("calendar.openSpans"));
    }

    /** Ours, where nothing is said of it. */
    private HoursAt hoursAt() {
        return fields.of(PlanFields.HOURS_AT).equals(HoursAt.SITE.name()) ? HoursAt.SITE : HoursAt.OURS;
    }

    private PlanWords words(String language) {
        return new PlanWords(
                fields.of(language + "name"),
                orNull(fields.of(language + "summary")),
                orNull(fields.of(language + "hours")),
                fields.linesOf(language + "contact"),
                orNull(fields.of(language + "billing")),
                orNull(fields.of(language + "subscription")),
                orNull(fields.of(language + "technical")),
                orNull(fields.of(language + "included")));
    }

    private Targets targets(String severity) {
        return new Targets(
                Objects.requireNonNull(time(severity + "firstResponse")),
                time(severity + "nextUpdate"),
                time(severity + "resolution"));
    }

    private @Nullable Duration time(String field) {
        return ServiceTime.read(fields.of(field)).orElse(null);
    }

    private Charging charging() {
        String code = fields.of("charging.currency");
        var currency = code.isEmpty() ? null : Currency.getInstance(code.toUpperCase(Locale.ROOT));
        String hours = fields.of("charging.hours");
        return new Charging(
                Charging.Model.valueOf(fields.of("charging.model")),
                money("charging.price", currency),
                currency,
                hours.isEmpty() ? null : Integer.valueOf(hours),
                minutes("charging.roundUpToMinutes"),
                minutes("charging.atLeastMinutes"),
                money("charging.afterHoursRate", currency),
                tax());
    }

    private @Nullable Tax tax() {
        String percent = fields.of("charging.taxPercent");
        return percent.isEmpty() ? null : new Tax(fields.of("charging.taxName"), new BigDecimal(percent));
    }

    private @Nullable Money money(String field, @Nullable Currency currency) {
        String amount = fields.of(field);
        return amount.isEmpty() || currency == null ? null : new Money(new BigDecimal(amount), currency);
    }

    private @Nullable Duration minutes(String field) {
        String minutes = fields.of(field);
        return minutes.isEmpty() ? null : Duration.ofMinutes(Long.parseLong(minutes));
    }

    private @Nullable DeliveryModel delivery(String field) {
        return Arrays.stream(DeliveryModel.values())
                .filter(model -> model.name().equals(fields.of(field)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
