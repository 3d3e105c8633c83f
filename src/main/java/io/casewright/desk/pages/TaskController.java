package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.desk.application.ReadDesk;
import io.casewright.desk.application.ReadTaskFile;
import io.casewright.desk.application.TaskNotDone;
import io.casewright.desk.application.WorkOnTask;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of a task, and who has it. */
@Controller
class TaskController {

    private final ReadDesk desk;
    private final ReadTaskFile files;
    private final WorkOnTask work;
    private final TaskPages pages;

    TaskController(ReadDesk desk, ReadTaskFile files, WorkOnTask work, TaskPages pages) {
        this.desk = desk;
        this.files = files;
        this.work = work;
        this.pages = pages;
    }

    @GetMapping("/desk/tasks/{id}")
    ModelAndView read(@PathVariable long id, @RequestParam(defaultValue = "") String from, Person person) {
        desk.greet(person);
        return files.read(id)
                .map(file -> new ModelAndView("desk/task", "task", pages.of(file, DeskController.viewOf(from), person)))
                .orElseThrow(() -> DeskRefused.noSuchTask(id));
    }

    @PostMapping("/desk/tasks/{id}")
    String change(
            @PathVariable long id,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String queue,
            @RequestParam(defaultValue = "") String from,
            Person person,
            RedirectAttributes redirect) {
        try {
            switch (action) {
                case "claim" -> work.claim(id, person);
                case "hand-back" -> work.handBack(id, person);
                case "assign" -> work.assign(id, login, person);
                case "queue" -> work.handOver(id, queue, person);
                default -> throw DeskRefused.address("action", "must be claim, hand-back, assign or queue");
            }
        } catch (TaskNotDone e) {
            if (e.why() == TaskNotDone.Cause.UNKNOWN) {
                throw DeskRefused.noSuchTask(id);
            }
            redirect.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:" + addressOf(id, from);
    }

    static String addressOf(long id, String from) {
        return UriComponentsBuilder.fromPath("/desk/tasks/{id}")
                .queryParam("from", "{from}")
                .encode()
                .buildAndExpand(id, from)
                .toUriString();
    }
}
