package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.charge.application.BookTime;
import io.casewright.charge.domain.ProposedTime;
import io.casewright.charge.domain.TimeEntry;
import io.casewright.charge.domain.TypedTime;
import io.casewright.desk.application.DeskRights;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows the time that was spent on a case. */
@Component
class TimePages {

    private static final int MINUTES_OF_AN_HOUR = 60;

    private final BookTime bookTime;
    private final DeskPages deskPages;
    private final Moments moments;
    private final Texts texts;

    TimePages(BookTime bookTime, DeskPages deskPages, Moments moments, Texts texts) {
        this.bookTime = bookTime;
        this.deskPages = deskPages;
        this.moments = moments;
        this.texts = texts;
    }

    /**
     * A task of the reader of which nothing is booked.
     *
     * @param minutes that are proposed; empty when it was held too long to say
     * @param afterHours of them
     */
    record Proposal(
            long task,
            String step,
            Moment from,
            Moment to,
            String day,
            String minutes,
            String afterHours,
            String words) {}

    /**
     * A line of what was booked.
     *
     * @param minutes with a minus where another one is taken back
     * @param isBack whether it was taken back, or takes back
     */
    record Line(
            long id,
            String day,
            String person,
            String time,
            String minutes,
            String afterHours,
            String words,
            String isoDay,
            boolean isBack,
            boolean isToCorrect) {}

    /** What somebody worked in all. */
    record Sum(String person, String time) {}

    /** @param problem why what was written was not taken; null when there is nothing to say */
    ModelAndView of(CaseFile file, Person person, TimeWritten written, @Nullable String problem) {
        var supportCase = file.supportCase();
        var entries = bookTime.ofCase(supportCase);
        var hours = bookTime.hoursThatMatter(supportCase);
        var typed = written.typed();
        var page = new ModelAndView("desk/time", problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("number", supportCase.number().value());
        page.addObject("subject", supportCase.request().subject());
        page.addObject("locale", supportCase.request().locale());
        page.addObject("customer", file.requester().customerName());
        page.addObject("acts", DeskRights.acts(person));
        page.addObject("problem", problem);
        page.addObject("key", written.key());
        page.addObject("tellsAfterHoursApart", hours.isPresent());
        page.addObject("atTask", written.task());
        page.addObject("atEntry", written.entry());
        page.addObject("typed", typed);
        page.addObject("day", typed.day().isEmpty() ? bookTime.today().toString() : typed.day());
        page.addObject("today", bookTime.today().toString());
        page.addObject(
                "proposals",
                DeskRights.acts(person)
                        ? bookTime.proposedTo(person.login(), supportCase).stream()
                                .map(proposed -> proposal(hours, proposed, written, typed))
                                .toList()
                        : List.of());
        page.addObject(
                "lines", entries.stream().map(entry -> line(entry, person)).toList());
        page.addObject("sums", sums(entries));
        page.addObject(
                "total", time(entries.stream().mapToInt(TimeEntry::minutes).sum()));
        return page;
    }

    private Proposal proposal(
            Optional<ServiceCalendar> hours, ProposedTime proposed, TimeWritten written, TypedTime typed) {
        String step = deskPages.stepOf(proposed.processId(), proposed.elementId());
        boolean isTyped = Long.valueOf(proposed.taskId()).equals(written.task());
        return new Proposal(
                proposed.taskId(),
                step,
                moments.of(proposed.from()),
                moments.of(proposed.to()),
                bookTime.dayOf(proposed).toString(),
                isTyped
                        ? typed.minutes()
                        : proposed.minutes().isPresent()
                                ? Integer.toString(proposed.minutes().getAsInt())
                                : "",
                isTyped ? typed.afterHours() : afterHours(hours, proposed),
                isTyped ? typed.words() : step);
    }

    private static String afterHours(Optional<ServiceCalendar> hours, ProposedTime proposed) {
        var minutes = proposed.minutes();
        return hours.isPresent() && minutes.isPresent()
                ? none(proposed.afterHours(hours.get(), minutes.getAsInt()))
                : "";
    }

    private static String none(int minutes) {
        return minutes == 0 ? "" : Integer.toString(minutes);
    }

    private Line line(TimeEntry entry, Person person) {
        return new Line(
                entry.id(),
                moments.dayOf(entry.day()),
                entry.name(),
                time(entry.minutes()),
                Integer.toString(entry.minutes()),
                none(entry.afterHours()),
                entry.words(),
                entry.day().toString(),
                entry.takesBack() != null || entry.takenBackBy() != null,
                entry.isOpenToCorrection() && TimeController.mayCorrect(entry, person));
    }

    private List<Sum> sums(List<TimeEntry> entries) {
        Map<String, Integer> byPerson = entries.stream()
                .collect(Collectors.groupingBy(
                        TimeEntry::name, TreeMap::new, Collectors.summingInt(TimeEntry::minutes)));
        return byPerson.entrySet().stream()
                .map(each -> new Sum(each.getKey(), time(each.getValue())))
                .toList();
    }

    private String time(int minutes) {
        int length = Math.abs(minutes);
        String words = texts.of("time.hours-and-minutes", length / MINUTES_OF_AN_HOUR, length % MINUTES_OF_AN_HOUR);
        return minutes < 0 ? "\u2212" + words : words;
    }
}
