package io.casewright.openinghours.pages;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.casefile.domain.Queue;
import io.casewright.openinghours.application.KeepHours;
import io.casewright.openinghours.domain.HoursText;
import io.casewright.openinghours.domain.HoursVersion;
import io.casewright.openinghours.domain.Whose;
import io.casewright.openinghours.domain.Whose.Kind;
import io.casewright.openinghours.pages.HoursPage.Line;
import io.casewright.openinghours.pages.HoursPage.Version;
import io.casewright.plan.PlanFormFields;
import io.casewright.plan.PlanFormFields.Filled;
import io.casewright.plan.domain.HoursWords;
import io.casewright.plan.domain.PlanFields;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.platform.time.PartnerDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows hours, and the form in which they are changed. */
@Component
class HoursPages {

    private final KeepHours keep;
    private final PlanFormFields form;
    private final PartnerDays days;
    private final Moments moments;
    private final Texts texts;

    HoursPages(KeepHours keep, PlanFormFields form, PartnerDays days, Moments moments, Texts texts) {
        this.keep = keep;
        this.form = form;
        this.days = days;
        this.moments = moments;
        this.texts = texts;
    }

    ModelAndView list() {
        var page = new ModelAndView("openinghours/list");
        page.addObject("queues", lines(Kind.QUEUE));
        page.addObject("vendors", lines(Kind.VENDOR));
        return page;
    }

    private List<Line> lines(Kind kind) {
        var now = keep.now();
        return Whose.all().stream()
                .filter(whose -> whose.kind() == kind)
                .map(whose -> line(whose, Optional.ofNullable(now.get(whose))))
                .toList();
    }

    private Line line(Whose whose, Optional<HoursVersion> version) {
        return new Line(
                whose.key(),
                nameOf(whose),
                version.flatMap(keep::textOf).map(HoursPages::inWords).orElse(null),
                version.map(each -> moments.of(each.since())).orElse(null));
    }

    /** As it is kept. */
    ModelAndView show(Whose whose, boolean keeps) {
        return show(
                whose,
                keeps,
                null,
                HttpStatus.OK,
                kept -> Filled.with(kept.values().isEmpty() ? suggested() : kept));
    }

    /**
     * With a form that was not taken.
     *
     * @param lookedAt number of the version that was looked at; null when it is the one of now
     * @param filled with what, given what is kept now
     */
    ModelAndView show(
            Whose whose,
            boolean keeps,
            @Nullable Integer lookedAt,
            HttpStatus status,
            Function<PlanFields, Filled> filled) {
        var history = keep.history(whose);
        var newest = history.stream().findFirst();
        var text = newest.flatMap(keep::textOf);
        var shown = filled.apply(HoursText.fields(text.orElse(null)));
        var page = new ModelAndView("openinghours/hours", status);
        page.addObject(
                "page",
                new HoursPage(
                        whose.key(),
                        nameOf(whose),
                        whose.kind() == Kind.VENDOR,
                        lookedAt != null
                                ? lookedAt
                                : newest.map(HoursVersion::number).orElse(0),
                        text.map(HoursPages::inWords).orElse(null),
                        keeps,
                        form.ofCalendar(shown),
                        shown.faults().size(),
                        shown.problem(),
                        versions(history)));
        return page;
    }

    /** Where no hours are kept. */
    private PlanFields suggested() {
        return new PlanFields(Map.of("calendar.zone", days.zone().getId()));
    }

    /** Each with what is another than in the version before. */
    private List<Version> versions(List<HoursVersion> newestFirst) {
        var versions = new ArrayList<Version>();
        var before = new PlanFields(Map.of());
        for (var version : newestFirst.reversed()) {
            var text = keep.textOf(version);
            var fields = HoursText.fields(text.orElse(null));
            versions.addFirst(new Version(
                    moments.of(version.since()),
                    version.keptBy(),
                    text.map(HoursPages::inWords).orElse(null),
                    form.changes(before, fields)));
            before = fields;
        }
        return versions;
    }

    private static String inWords(CalendarText text) {
        return HoursWords.line(text, LocaleContextHolder.getLocale());
    }

    private String nameOf(Whose whose) {
        var queue = Queue.ofGroup(whose.name());
        return queue == null ? texts.ofName("Target", whose.name()) : texts.of(queue);
    }
}
