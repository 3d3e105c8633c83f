package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.charge.application.BookTime;
import io.casewright.charge.domain.TimeEntry;
import io.casewright.desk.application.DeskRights;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The time that was spent on a case: book what is proposed or other work, correct what is wrong. */
@Controller
@RequestMapping("/desk/cases/{number}/time")
class TimeController {

    private final ReadCaseFile files;
    private final BookTime bookTime;
    private final TimePages pages;

    TimeController(ReadCaseFile files, BookTime bookTime, TimePages pages) {
        this.files = files;
        this.bookTime = bookTime;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView read(@PathVariable String number, Person person) {
        return pages.of(file(number), person, TimeWritten.nothing(), null);
    }

    @PostMapping
    ModelAndView book(@PathVariable String number, TimeWritten written, Person person, RedirectAttributes redirect) {
        var file = file(number);
        if (!DeskRights.acts(person)) {
            return pages.of(file, person, written, null);
        }
        var problem = bookTime.problemWith(file.supportCase(), written.typed(), person.login());
        if (problem.isPresent()) {
            return pages.of(file, person, written, problem.get());
        }
        boolean isNew = written.task() == null
                ? bookTime.book(file.supportCase(), written.typed(), person.login(), written.bookingKey())
                : bookTime.bookTask(
                        file.supportCase(), written.task(), written.typed(), person.login(), written.bookingKey());
        return done(file, isNew ? "The time is booked." : "This was booked before: nothing was added.", redirect);
    }

    @PostMapping("/{entry}/correction")
    ModelAndView correct(
            @PathVariable String number,
            @PathVariable long entry,
            TimeWritten written,
            Person person,
            RedirectAttributes redirect) {
        var file = file(number);
        var wrong = bookTime.ofCase(file.supportCase()).stream()
                .filter(each -> each.id() == entry)
                .findFirst()
                .orElseThrow(DeskRefused::noSuchEntry);
        if (!mayCorrect(wrong, person)) {
            return pages.of(file, person, written.of(entry), null);
        }
        var problem = bookTime.problemWith(written.typed(), wrong);
        if (problem.isPresent()) {
            return pages.of(file, person, written.of(entry), problem.get());
        }
        boolean isNew = wrong.isOpenToCorrection()
                && bookTime.correct(wrong, written.typed(), person.login(), written.bookingKey());
        return done(
                file, isNew ? "The time is corrected." : "This was corrected before: nothing was changed.", redirect);
    }

    /** Their own time is people's to correct, and anybody's a duty manager's. */
    static boolean mayCorrect(TimeEntry entry, Person person) {
        return DeskRights.acts(person) && (entry.login().equals(person.login()) || person.has(Role.DUTY_MANAGER));
    }

    private static ModelAndView done(CaseFile file, String words, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", words);
        return new ModelAndView(
                "redirect:/desk/cases/" + file.supportCase().number().value() + "/time");
    }

    private CaseFile file(String number) {
        return CaseNumber.parse(number).flatMap(files::read).orElseThrow(() -> DeskRefused.noSuchCase(number));
    }
}
