package io.casewright.plan.pages;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.plan.PlanFormFields.Filled;
import io.casewright.plan.application.DraftChangedMeanwhile;
import io.casewright.plan.application.KeepPlans;
import io.casewright.plan.domain.PlanDraft;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.PlanRefused;
import io.casewright.plan.pages.PlanFile.Unreadable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans at the Desk: everybody looks, a process owner writes the next version. */
@Controller
class PlanDeskController {

    static final String ADDRESS = "/desk/plans";

    private final KeepPlans keep;
    private final PlanDeskPages pages;
    private final PlanForm form;

    PlanDeskController(KeepPlans keep, PlanDeskPages pages, PlanForm form) {
        this.keep = keep;
        this.pages = pages;
        this.form = form;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(Person person) {
        return pages.list(keepsPlans(person), null, OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView add(@RequestParam(defaultValue = "") String name, Person person) {
        requireOwner(person);
        try {
            return new ModelAndView("redirect:%s/%d/draft".formatted(ADDRESS, keep.add(name)));
        } catch (PlanRefused e) {
            return pages.list(
                    true, Map.of("name", name, "fault", e.faults().getOrDefault("name", "")), UNPROCESSABLE_ENTITY);
        }
    }

    @GetMapping(ADDRESS + "/{plan}")
    ModelAndView plan(@PathVariable long plan, Person person) {
        return pages.plan(plan, keepsPlans(person));
    }

    @GetMapping(ADDRESS + "/{plan}/draft")
    ModelAndView draft(@PathVariable long plan, Person person) {
        requireOwner(person);
        var draft = keep.draft(plan);
        return draft.isProposed()
                ? new ModelAndView("redirect:%s/%d".formatted(ADDRESS, plan))
                : formOf(draft, Filled.with(draft.fields()), OK);
    }

    @PostMapping(ADDRESS + "/{plan}/draft")
    ModelAndView keep(
            @PathVariable long plan,
            @RequestParam Map<String, String> sent,
            Person person,
            RedirectAttributes redirect) {
        requireOwner(person);
        var draft = keep.draft(plan);
        var fields = fields(sent);
        long revision = number(sent.get("revision"));
        boolean proposes = "propose".equals(sent.get("action"));
        try {
            if (proposes) {
                keep.propose(plan, revision, fields, person.login());
            } else {
                keep.keep(plan, revision, fields, person.login());
            }
        } catch (PlanRefused e) {
            return formOf(draft, new Filled(fields, e.faults(), Map.of(), null), UNPROCESSABLE_ENTITY);
        } catch (DraftChangedMeanwhile e) {
            var now = keep.draft(plan);
            return formOf(now, new Filled(fields, Map.of(), otherThan(fields, now.fields()), e.getMessage()), CONFLICT);
        }
        redirect.addFlashAttribute(
                "done", proposes ? "The change is proposed. Somebody else decides on it." : "The draft is kept.");
        return new ModelAndView("redirect:%s/%d".formatted(ADDRESS, plan));
    }

    /** Fills the form; nothing is kept yet. */
    @PostMapping(ADDRESS + "/{plan}/draft/file")
    ModelAndView fill(
            @PathVariable long plan, @RequestParam(required = false) @Nullable MultipartFile file, Person person)
            throws IOException {
        requireOwner(person);
        var draft = keep.draft(plan);
        try {
            var read = PlanFile.read(
                    file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    file == null ? new byte[0] : file.getBytes());
            var faults = new TreeMap<>(keep.faultsOf(plan, read.fields()));
            faults.putAll(read.faults());
            return formOf(
                    draft,
                    new Filled(read.fields(), faults, Map.of(), null),
                    faults.isEmpty() ? OK : UNPROCESSABLE_ENTITY);
        } catch (Unreadable e) {
            return formOf(draft, new Filled(draft.fields(), Map.of(), Map.of(), e.getMessage()), UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView formOf(PlanDraft draft, Filled filled, HttpStatus status) {
        var page = new ModelAndView("plan/form", status);
        page.addObject("form", form.of(draft, filled));
        page.addObject("elsewhere", pages.elsewhere(filled.faults()));
        return page;
    }

    /** What the form has no field for is left out; a file with such a field is told so before. */
    private static PlanFields fields(Map<String, String> sent) {
        var known = new HashMap<String, String>();
        PlanFields.names().forEach(name -> known.put(name, sent.getOrDefault(name, "")));
        return new PlanFields(known);
    }

    private static Map<String, String> otherThan(PlanFields fields, PlanFields now) {
        var other = new TreeMap<String, String>();
        PlanFields.names().stream()
                .filter(name -> !fields.of(name).equals(now.of(name)))
                .forEach(name -> other.put(name, now.of(name)));
        return other;
    }

    private static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private static boolean keepsPlans(Person person) {
        return person.has(Role.PROCESS_OWNER);
    }

    private static void requireOwner(Person person) {
        if (!keepsPlans(person)) {
            throw new NotAnOwner();
        }
    }

    /** Looks, and may not write. */
    static final class NotAnOwner extends RuntimeException {}
}
