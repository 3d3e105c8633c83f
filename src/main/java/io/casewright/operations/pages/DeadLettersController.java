package io.casewright.operations.pages;

import io.casewright.access.Person;
import io.casewright.operations.application.DeadLetters;
import io.casewright.platform.deadletter.CrossingAway;
import io.casewright.platform.deadletter.DeadLetter.Action;
import io.casewright.platform.deadletter.DecisionRefused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of what is stuck for good, and what people decide about it. */
@Controller
class DeadLettersController {

    static final String ADDRESS = "/operations/dead-letters";

    private final DeadLetters deadLetters;
    private final DeadLettersPages pages;

    DeadLettersController(DeadLetters deadLetters, DeadLettersPages pages) {
        this.deadLetters = deadLetters;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(Person person) {
        return new ModelAndView("operations/dead-letters", "page", pages.page(person));
    }

    @PostMapping(ADDRESS)
    ModelAndView decide(
            @RequestParam String crossing,
            @RequestParam String letter,
            @RequestParam Action action,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String reason,
            Person person,
            RedirectAttributes redirect) {
        try {
            boolean done = deadLetters.decide(crossing, letter, action, target, reason, person);
            redirect.addFlashAttribute(
                    done ? "done" : "problem",
                    done
                            ? "It is done."
                            : "Nothing was done: it is not here any more. Somebody else has seen to it, or it came through.");
        } catch (DecisionRefused | CrossingAway e) {
            redirect.addFlashAttribute("problem", "Nothing was done. " + e.getMessage());
        }
        return new ModelAndView("redirect:" + ADDRESS);
    }
}
