package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.desk.application.ReadDesk;
import io.casewright.desk.application.TaskNotDone;
import io.casewright.desk.application.WorkOnTask;
import io.casewright.desk.domain.DeskList;
import io.casewright.desk.domain.DeskView;
import io.casewright.platform.pages.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists of the Desk, and what can be done with several tasks at once. */
@Controller
class DeskController {

    private static final int MOST_AT_ONCE = 100;

    private final ReadDesk desk;
    private final WorkOnTask work;
    private final DeskPages pages;
    private final Texts texts;

    DeskController(ReadDesk desk, WorkOnTask work, DeskPages pages, Texts texts) {
        this.texts = texts;
        this.desk = desk;
        this.work = work;
        this.pages = pages;
    }

    /**
     * What was done with several tasks.
     *
     * @param notDone one sentence for each task that was left alone
     */
    record Summary(String done, List<String> notDone) {}

    @GetMapping("/")
    String start() {
        return "redirect:/desk";
    }

    /** Without a list named: the one this person looked at last. */
    @GetMapping("/desk")
    ModelAndView list(@RequestParam Map<String, String> parameters, Person person) {
        desk.greet(person);
        if (!parameters.containsKey("list")) {
            return new ModelAndView("redirect:" + lastOf(person));
        }
        DeskView view = DeskAddress.read(parameters);
        desk.remember(person, DeskAddress.query(view));
        return new ModelAndView("desk/list", "desk", pages.of(view, person));
    }

    /** Only the parts of the list that change by themselves. */
    @GetMapping("/desk/rows")
    ModelAndView rows(@RequestParam Map<String, String> parameters, Person person) {
        return new ModelAndView("desk/rows", "desk", pages.of(DeskAddress.read(parameters), person));
    }

    @PostMapping("/desk/tasks")
    ModelAndView change(
            @RequestParam(name = "task", defaultValue = "") List<Long> tasks,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String queue,
            @RequestParam(defaultValue = "") String from,
            @RequestHeader(name = "Desk-Part", required = false) @Nullable String part,
            Person person,
            RedirectAttributes redirect) {
        var summary = changeAll(tasks, action, login, queue, person);
        if (part != null) {
            return new ModelAndView("desk/summary", "summary", summary);
        }
        redirect.addFlashAttribute("summary", summary);
        return new ModelAndView("redirect:" + addressOf(from));
    }

    private Summary changeAll(List<Long> tasks, String action, String login, String queue, Person person) {
        if (tasks.isEmpty()) {
            return new Summary(texts.of("summary.none-selected"), List.of());
        }
        if (tasks.size() > MOST_AT_ONCE) {
            return new Summary(texts.of("summary.too-many", MOST_AT_ONCE), List.of());
        }
        int done = 0;
        var notDone = new ArrayList<String>();
        for (long id : tasks) {
            try {
                change(id, action, login, queue, person);
                done++;
            } catch (TaskNotDone e) {
                notDone.add(pages.nameOf(id) + ": " + texts.said(String.valueOf(e.getMessage())));
            }
        }
        return new Summary(sentence(action, done, tasks.size()), notDone);
    }

    private void change(long id, String action, String login, String queue, Person person) {
        switch (action) {
            case "claim" -> work.claim(id, person);
            case "hand-back" -> work.handBack(id, person);
            case "assign" -> work.assign(id, login, person);
            case "queue" -> work.handOver(id, queue, person);
            default -> throw DeskRefused.address("action", "must be claim, hand-back, assign or queue");
        }
    }

    private String sentence(String action, int done, int all) {
        return done == all ? texts.of("summary." + action + "-all", all) : texts.of("summary." + action, done, all);
    }

    private String lastOf(Person person) {
        String last = desk.lastViewOf(person);
        if (!last.isEmpty()) {
            return addressOf(last);
        }
        var counts = desk.counts(person);
        return DeskAddress.of(DeskView.of(counts.mine() > 0 ? DeskList.MINE : DeskList.QUEUES));
    }

    /** Never leads away from the Desk, whatever comes in. */
    static String addressOf(String query) {
        return DeskAddress.of(viewOf(query));
    }

    static DeskView viewOf(String query) {
        try {
            return DeskAddress.read(query);
        } catch (DeskRefused e) {
            return DeskView.of(DeskList.MINE);
        }
    }
}
