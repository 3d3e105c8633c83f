package io.casewright.plan.pages;

import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.DeliveryModel;
import io.casewright.plan.domain.HoursAt;
import io.casewright.plan.domain.HoursWords;
import io.casewright.plan.domain.PlanTerms;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.plan.domain.PlanWords;
import io.casewright.plan.domain.ServiceTime;
import io.casewright.plan.pages.PlanPage.Line;
import io.casewright.plan.pages.PlanPage.Other;
import io.casewright.plan.pages.PlanPage.TargetLine;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows versions of plans in words. */
@Component
class PlanPages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Plans plans;
    private final Moments moments;
    private final Texts texts;

    PlanPages(Plans plans, Moments moments, Texts texts) {
        this.plans = plans;
        this.moments = moments;
        this.texts = texts;
    }

    PlanPage of(PlanVersion version) {
        var reader = LocaleContextHolder.getLocale();
        var terms = version.terms();
        var words = terms.wordsFor(reader);
        var until = plans.validUntil(version);
        return new PlanPage(
                version.plan(),
                version.number(),
                words.name(),
                words.summary(),
                terms.languageFor(reader),
                version.validFrom().equals(Instant.EPOCH) ? null : moments.of(version.validFrom()),
                until.map(moments::of).orElse(null),
                !plans.hasBegun(version)
                        ? "coming"
                        : until.filter(moments::isOver).isPresent() ? "past" : "now",
                support(words),
                words.hours(),
                hours(terms, reader),
                daysOff(terms, reader),
                words.contact(),
                terms.languages().stream()
                        .map(tag -> Locale.of(tag).getDisplayLanguage(reader))
                        .toList(),
                charging(terms.charging()),
                words.included(),
                targets(terms),
                delivery(terms),
                SPOKEN.stream()
                        .filter(language -> !language.getLanguage().equals(reader.getLanguage()))
                        .map(language -> new Other(language.toLanguageTag(), language.getDisplayLanguage(language)))
                        .toList());
    }

    private List<Line> support(PlanWords words) {
        var lines = new ArrayList<Line>();
        add(lines, texts.of("plan.billing"), words.billing());
        add(lines, texts.of("plan.subscription"), words.subscription());
        add(lines, texts.of("plan.technical"), words.technical());
        return lines;
    }

    private List<String> hours(PlanTerms terms, Locale reader) {
        var calendar = terms.calendar();
        var hours = new ArrayList<>(HoursWords.of(calendar, reader));
        hours.add(
                terms.hoursAt() == HoursAt.SITE
                        ? texts.of("plan.zone-of-site", calendar.zone())
                        : texts.of("plan.zone", calendar.zone()));
        return hours;
    }

    private List<Line> daysOff(PlanTerms terms, Locale reader) {
        var calendar = terms.calendar();
        var lines = new ArrayList<Line>();
        if (calendar.country() != null) {
            String country = Locale.of("", calendar.country()).getDisplayCountry(reader);
            add(
                    lines,
                    texts.of("plan.holidays"),
                    holidays(
                            calendar.region() == null
                                    ? country
                                    : country + " (" + calendar.region().toUpperCase(Locale.ROOT) + ")",
                            terms.hoursAt()));
        }
        if (!calendar.closedDays().isEmpty()) {
            add(lines, texts.of("plan.closed"), String.join("; ", calendar.closedDays()));
        }
        if (!calendar.openSpans().isEmpty()) {
            add(lines, texts.of("plan.open-all-the-same"), String.join("; ", calendar.openSpans()));
        }
        return lines;
    }

    private String holidays(String ours, HoursAt where) {
        return where == HoursAt.SITE ? texts.of("plan.holidays-of-site", ours) : ours;
    }

    private List<Line> charging(Charging charging) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(texts.of("plan.model"), texts.of(charging.model())));
        String price = charging.price() == null ? null : charging.price().toString();
        add(
                lines,
                texts.of("plan.price"),
                price == null
                        ? texts.of("plan.nothing-more")
                        : texts.of("plan.price." + charging.model().name(), price, number(charging.hours())));
        add(lines, texts.of("plan.counted"), counted(charging));
        add(
                lines,
                texts.of("plan.after-hours"),
                charging.afterHoursRate() == null
                        ? null
                        : texts.of(
                                "plan.price.HOURLY", charging.afterHoursRate().toString(), ""));
        add(lines, texts.of("plan.beyond"), beyond(charging));
        var tax = charging.tax();
        add(
                lines,
                texts.of("plan.tax"),
                tax == null
                        ? null
                        : texts.of("plan.tax.on-top", tax.name(), tax.percent().toPlainString()));
        return lines;
    }

    private @Nullable String beyond(Charging charging) {
        return charging.pricePerHour()
                .filter(price -> charging.model() == Charging.Model.PREPAID_HOURS)
                .map(price -> texts.of("plan.price.HOURLY", price.toString(), ""))
                .orElse(null);
    }

    private @Nullable String counted(Charging charging) {
        var parts = new ArrayList<String>();
        if (charging.roundUpTo() != null) {
            parts.add(texts.of("plan.rounded", ServiceTime.written(charging.roundUpTo())));
        }
        if (charging.atLeast() != null) {
            parts.add(texts.of("plan.at-least", ServiceTime.written(charging.atLeast())));
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private List<TargetLine> targets(PlanTerms terms) {
        return List.of("CRITICAL", "MODERATE", "MINIMAL").stream()
                .map(severity -> {
                    var targets = Objects.requireNonNull(terms.targets().get(severity));
                    return new TargetLine(
                            texts.ofName("Severity", severity),
                            time(targets.firstResponse()),
                            time(targets.nextUpdate()),
                            time(targets.resolution()));
                })
                .toList();
    }

    private static String time(@Nullable Duration time) {
        return time == null ? "–" : ServiceTime.written(time);
    }

    private List<Line> delivery(PlanTerms terms) {
        var lines = new ArrayList<Line>();
        add(lines, texts.of("plan.first-line"), delivery(terms.firstLine()));
        add(lines, texts.of("plan.second-line"), delivery(terms.secondLine()));
        return lines;
    }

    private @Nullable String delivery(@Nullable DeliveryModel model) {
        return model == null ? null : texts.of(model);
    }

    private static void add(List<Line> lines, String label, @Nullable String value) {
        if (value != null) {
            lines.add(new Line(label, value));
        }
    }
}
