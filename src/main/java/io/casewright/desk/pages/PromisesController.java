package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.application.PromisedTimes;
import io.casewright.casefile.domain.Severity;
import io.casewright.desk.application.DeskRights;
import io.casewright.desk.application.HandOverWork;
import io.casewright.desk.application.ReadDesk;
import io.casewright.desk.application.TaskNotDone;
import io.casewright.desk.domain.Colleague;
import io.casewright.desk.domain.Load;
import io.casewright.desk.domain.PromiseRow;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What would be missed next across all queues, and who has how much to do. */
@Controller
class PromisesController {

    private final HandOverWork work;
    private final ReadDesk desk;
    private final DeskPages pages;
    private final Moments moments;
    private final Texts texts;

    PromisesController(HandOverWork work, ReadDesk desk, DeskPages pages, Moments moments, Texts texts) {
        this.work = work;
        this.desk = desk;
        this.pages = pages;
        this.moments = moments;
        this.texts = texts;
    }

    @GetMapping("/desk/promises")
    ModelAndView list(Person person) {
        var colleagues = desk.colleagues();
        return new ModelAndView(
                "desk/promises",
                "page",
                new PromisesPage(
                        work.next().stream().map(this::line).toList(),
                        work.loads().stream()
                                .map(load -> person(load, colleagues))
                                .toList(),
                        DeskRights.managesWork(person)));
    }

    @PostMapping("/desk/promises/absence")
    String handOver(
            @RequestParam String login,
            @RequestParam(defaultValue = "") String to,
            Person person,
            RedirectAttributes redirect) {
        try {
            var outcome = work.handOver(login, to, person);
            redirect.addFlashAttribute("done", texts.of("promises.handed-over", outcome.done()));
            redirect.addFlashAttribute(
                    "left",
                    outcome.left().stream()
                            .map(left -> pages.nameOf(left.taskId()) + ": " + texts.said(left.why()))
                            .toList());
        } catch (TaskNotDone e) {
            redirect.addFlashAttribute("left", List.of(texts.said(String.valueOf(e.getMessage()))));
        }
        return "redirect:/desk/promises";
    }

    private PromisesPage.Line line(PromiseRow row) {
        return new PromisesPage.Line(
                row.number(),
                row.subject(),
                row.locale(),
                row.customer(),
                texts.of(Severity.valueOf(row.severity())),
                pages.queueWords(row.queue()),
                texts.of(PromisedTimes.Kind.valueOf(row.kind())),
                moments.of(row.due()),
                row.isBreached() || moments.isOver(row.due()) ? "late" : "open",
                row.workers());
    }

    private static PromisesPage.Person person(Load load, List<Colleague> colleagues) {
        return new PromisesPage.Person(
                load.login(),
                colleagues.stream()
                        .filter(colleague -> colleague.login().equals(load.login()))
                        .map(Colleague::name)
                        .findFirst()
                        .orElse(load.login()),
                load.open(),
                load.overdue(),
                colleagues.stream()
                        .filter(colleague ->
                                colleague.acts() && !colleague.login().equals(load.login()))
                        .map(colleague -> new DeskPage.Choice(colleague.login(), colleague.name(), false))
                        .toList());
    }
}
