package io.casewright.operations.pages;

import io.casewright.access.Person;
import io.casewright.operations.application.RetryIncidents;
import io.casewright.platform.engine.EngineSilent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of operations, and the command to retry incidents of one cause. */
@Controller
class OperationsController {

    private final OperationsPages pages;
    private final RetryIncidents retryIncidents;

    OperationsController(OperationsPages pages, RetryIncidents retryIncidents) {
        this.pages = pages;
        this.retryIncidents = retryIncidents;
    }

    @GetMapping("/operations")
    ModelAndView show(Person person) {
        return new ModelAndView("operations/operations", "operations", pages.page(person));
    }

    /** Only the commands, while one of them runs. */
    @GetMapping("/operations/commands")
    ModelAndView commands() {
        return new ModelAndView("operations/commands", "commands", pages.commands());
    }

    @PostMapping("/operations/retries")
    ModelAndView retry(@RequestParam(defaultValue = "") String cause, Person person, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", retried(cause, person));
        return new ModelAndView("redirect:/operations");
    }

    private String retried(String cause, Person person) {
        try {
            return OperationsPages.noticeOf(retryIncidents.begin(cause, person));
        } catch (EngineSilent e) {
            return "Nothing was done: the engine does not answer. Try again when it does.";
        }
    }
}
