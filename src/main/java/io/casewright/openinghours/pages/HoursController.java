package io.casewright.openinghours.pages;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.calendar.domain.CalendarRefused;
import io.casewright.openinghours.application.HoursChangedMeanwhile;
import io.casewright.openinghours.application.KeepHours;
import io.casewright.openinghours.domain.HoursText;
import io.casewright.openinghours.domain.Whose;
import io.casewright.plan.PlanFormFields.Filled;
import io.casewright.plan.domain.PlanFields;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opening hours at the Desk: everybody looks, a process owner changes them. */
@Controller
class HoursController {

    private static final String ADDRESS = "/desk/opening-hours";
    private static final String OF_ONE = ADDRESS + "/{whose}";
    private static final String UNCHANGED = "That was kept already: nothing was changed.";

    private final KeepHours keep;
    private final HoursPages pages;

    HoursController(KeepHours keep, HoursPages pages) {
        this.keep = keep;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView list() {
        return pages.list();
    }

    @GetMapping(OF_ONE)
    ModelAndView show(@PathVariable("whose") String key, Person person) {
        return pages.show(whose(key), keepsHours(person));
    }

    @PostMapping(OF_ONE)
    ModelAndView keep(
            @PathVariable("whose") String key,
            @RequestParam Map<String, String> sent,
            Person person,
            RedirectAttributes redirect) {
        requireOwner(person);
        var whose = whose(key);
        var fields = fields(sent);
        int lookedAt = number(sent.get("number"));
        try {
            boolean isNew = keep.keep(whose, lookedAt, fields, person.login());
            return done(whose, isNew ? "The hours are kept. They hold from now on." : UNCHANGED, redirect);
        } catch (CalendarRefused e) {
            return pages.show(
                    whose,
                    true,
                    lookedAt,
                    UNPROCESSABLE_ENTITY,
                    kept -> new Filled(fields, HoursText.byField(e), Map.of(), null));
        } catch (HoursChangedMeanwhile e) {
            return pages.show(
                    whose,
                    true,
                    null,
                    CONFLICT,
                    kept -> new Filled(fields, Map.of(), otherThan(fields, kept), e.getMessage()));
        }
    }

    @PostMapping(OF_ONE + "/removal")
    ModelAndView takeAway(
            @PathVariable("whose") String key,
            @RequestParam(required = false) @Nullable String number,
            Person person,
            RedirectAttributes redirect) {
        requireOwner(person);
        var whose = whose(key);
        try {
            boolean isNew = keep.takeAway(whose, number(number), person.login());
            return done(whose, isNew ? "From now on no hours are kept." : UNCHANGED, redirect);
        } catch (HoursChangedMeanwhile e) {
            return pages.show(
                    whose, true, null, CONFLICT, kept -> new Filled(kept, Map.of(), Map.of(), e.getMessage()));
        }
    }

    private static ModelAndView done(Whose whose, String said, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", said);
        return new ModelAndView("redirect:%s/%s".formatted(ADDRESS, whose.key()));
    }

    private static PlanFields fields(Map<String, String> sent) {
        var known = new TreeMap<String, String>();
        HoursText.names().forEach(name -> known.put(name, sent.getOrDefault(name, "")));
        return new PlanFields(known);
    }

    /** What is kept where it is not what was filled in, by field. */
    private static Map<String, String> otherThan(PlanFields fields, PlanFields kept) {
        var other = new TreeMap<String, String>();
        HoursText.names().stream()
                .filter(name -> !fields.of(name).equals(kept.of(name)))
                .forEach(name -> other.put(name, kept.of(name)));
        return other;
    }

    private static Whose whose(String key) {
        return Whose.ofKey(key).orElseThrow(NobodyOfThisName::new);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static boolean keepsHours(Person person) {
        return person.has(Role.PROCESS_OWNER);
    }

    private static void requireOwner(Person person) {
        if (!keepsHours(person)) {
            throw new NotAnOwner();
        }
    }

    /** Looks, and may not write. */
    static final class NotAnOwner extends RuntimeException {}

    /** There is no such queue or vendor. */
    static final class NobodyOfThisName extends RuntimeException {}
}
