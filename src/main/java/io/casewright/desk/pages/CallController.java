package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.domain.Severity;
import io.casewright.customer.ContactBook;
import io.casewright.desk.application.DeskRights;
import io.casewright.desk.application.TakeCall;
import io.casewright.desk.application.TakeCall.Call;
import io.casewright.platform.database.DatabaseAway;
import io.casewright.platform.text.TypedNumber;
import io.casewright.platform.text.TypedNumber.NotUnderstood;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** A call, written down while the caller waits for the number. */
@Controller
class CallController {

    private final TakeCall calls;

    CallController(TakeCall calls) {
        this.calls = calls;
    }

    /**
     * The form of a call, as it was filled in.
     *
     * @param key one for each call, so that sending it twice is one case
     */
    record Form(
            @Nullable String key,
            @Nullable String customer,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String product,
            @Nullable String severity,
            @Nullable String affectedUsers) {

        static Form empty() {
            return new Form(UUID.randomUUID().toString(), null, null, null, null, null, null, null, null, null);
        }
    }

    @GetMapping("/desk/calls/new")
    ModelAndView open(Person person) {
        return page(Form.empty(), Map.of(), person);
    }

    @PostMapping("/desk/calls")
    ModelAndView take(Form form, Person person, RedirectAttributes redirect) {
        if (!DeskRights.acts(person)) {
            return page(form, Map.of(), person);
        }
        var faults = new TreeMap<String, String>();
        var users = numberOf(form.affectedUsers, faults);
        if (faults.isEmpty()) {
            String key =
                    form.key == null || form.key.isBlank() ? UUID.randomUUID().toString() : form.key.strip();
            TakeCall.Outcome outcome;
            try {
                outcome = calls.take(callOf(form, users), key, person);
            } catch (RuntimeException e) {
                if (DatabaseAway.isToldBy(e)) {
                    return putOff(form, person);
                }
                throw e;
            }
            if (outcome.number() != null) {
                redirect.addFlashAttribute("taken", outcome.number().value());
                return new ModelAndView("redirect:/desk/calls/" + outcome.number());
            }
            faults.putAll(outcome.faults());
        }
        return page(form, faults, person);
    }

    /** The number, to be read to the caller; later the case file says it. */
    @GetMapping("/desk/calls/{number}")
    ModelAndView taken(@PathVariable String number, Model model) {
        return number.equals(model.getAttribute("taken"))
                ? new ModelAndView("desk/call-taken", "number", number)
                : new ModelAndView("redirect:/cases/" + UriUtils.encodePathSegment(number, StandardCharsets.UTF_8));
    }

    @GetMapping("/desk/contacts")
    @ResponseBody
    List<ContactBook.Entry> contacts(@RequestParam(defaultValue = "") String q) {
        return calls.contacts(q.length() > 100 ? q.substring(0, 100) : q);
    }

    private static ModelAndView page(Form form, Map<String, String> faults, Person person) {
        var page = new ModelAndView("desk/call", faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("call", form);
        page.addObject("faults", faults);
        page.addObject("acts", DeskRights.acts(person));
        return page;
    }

    /** Whoever has a caller on the line cannot type it all again. */
    private static ModelAndView putOff(Form form, Person person) {
        var page = page(form, Map.of(), person);
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        page.addObject("putOff", true);
        return page;
    }

    private static Call callOf(Form form, @Nullable Integer users) {
        return new Call(
                text(form.customer),
                text(form.contactName),
                text(form.contactEmail),
                orNull(form.contactPhone),
                text(form.subject),
                text(form.description).replace("\r\n", "\n"),
                orNull(form.product),
                severityOf(form.severity),
                users);
    }

    private static @Nullable Integer numberOf(@Nullable String text, Map<String, String> faults) {
        String number = text(text);
        if (number.isEmpty()) {
            return null;
        }
        try {
            return TypedNumber.whole(number, 0, CaseRequest.MOST_USERS);
        } catch (NotUnderstood e) {
            faults.put("affectedUsers", e.problem());
            return null;
        }
    }

    private static @Nullable Severity severityOf(@Nullable String name) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String orNull(@Nullable String text) {
        String given = text(text);
        return given.isEmpty() ? null : given;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
