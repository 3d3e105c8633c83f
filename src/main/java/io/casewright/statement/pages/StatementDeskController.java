package io.casewright.statement.pages;

import io.casewright.access.Person;
import io.casewright.statement.application.DecideStatement;
import io.casewright.statement.application.MakeDrafts;
import io.casewright.statement.application.ReadStatements;
import io.casewright.statement.application.SendStatement;
import io.casewright.statement.domain.Statement.State;
import io.casewright.statement.domain.StatementRefused;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Statements at the Desk, for duty managers and process owners: look, make drafts, propose, send once more. */
@Controller
class StatementDeskController {

    static final String ADDRESS = "/desk/statements";

    private final ReadStatements read;
    private final MakeDrafts drafts;
    private final DecideStatement decide;
    private final SendStatement send;
    private final StatementDeskPages pages;

    StatementDeskController(
            ReadStatements read,
            MakeDrafts drafts,
            DecideStatement decide,
            SendStatement send,
            StatementDeskPages pages) {
        this.read = read;
        this.drafts = drafts;
        this.decide = decide;
        this.send = send;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String state) {
        return pages.list(month(month), state(state), HttpStatus.OK, null);
    }

    @PostMapping(ADDRESS)
    ModelAndView make(@RequestParam(required = false) @Nullable String month, RedirectAttributes redirect) {
        var wanted = month(month);
        try {
            int made = drafts.make(wanted);
            redirect.addFlashAttribute("made", made);
            return new ModelAndView("redirect:%s?month=%s".formatted(ADDRESS, wanted));
        } catch (StatementRefused e) {
            return pages.list(wanted, null, HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
        }
    }

    @GetMapping(ADDRESS + "/{id}")
    ModelAndView statement(@PathVariable long id) {
        return pages.statement(read.whole(id), HttpStatus.OK, null);
    }

    @PostMapping(ADDRESS + "/{id}/proposal")
    ModelAndView propose(@PathVariable long id, Person person, RedirectAttributes redirect) {
        return change(
                id,
                () -> decide.propose(id, person.login()),
                "The statement is proposed. Somebody else decides on it.",
                redirect);
    }

    @PostMapping(ADDRESS + "/{id}/lines")
    ModelAndView takeUp(@PathVariable long id, RedirectAttributes redirect) {
        return change(id, () -> drafts.takeUp(id), "All that came up since stands on the draft.", redirect);
    }

    @PostMapping(ADDRESS + "/{id}/letter")
    ModelAndView send(@PathVariable long id, RedirectAttributes redirect) {
        return change(id, () -> send.again(id), "The statement is sent once more.", redirect);
    }

    private ModelAndView change(long id, Runnable change, String done, RedirectAttributes redirect) {
        try {
            change.run();
        } catch (StatementRefused e) {
            return pages.statement(read.whole(id), HttpStatus.CONFLICT, e.getMessage());
        }
        redirect.addFlashAttribute("done", done);
        return new ModelAndView("redirect:%s/%d".formatted(ADDRESS, id));
    }

    /** What is no month is the past one. */
    private YearMonth month(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? drafts.pastMonth() : YearMonth.parse(typed.strip());
        } catch (DateTimeException e) {
            return drafts.pastMonth();
        }
    }

    private static @Nullable State state(@Nullable String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElse(null);
    }
}
