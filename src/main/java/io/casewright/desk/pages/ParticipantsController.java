package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.desk.application.DeskRights;
import io.casewright.participant.Participant.State;
import io.casewright.participant.Participants;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who takes part in the conversation of a case. */
@Controller
@RequestMapping("/desk/cases/{number}/participants")
class ParticipantsController {

    private static final Map<String, State> CHOICES =
            Map.of("hears", State.ACTIVE, "muted", State.MUTED, "removed", State.REMOVED);

    private final ReadCaseFile files;
    private final Participants participants;

    ParticipantsController(ReadCaseFile files, Participants participants) {
        this.files = files;
        this.participants = participants;
    }

    @PostMapping
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String address,
            Person person,
            RedirectAttributes redirect) {
        var file = file(number);
        if (DeskRights.acts(person)) {
            var problem = participants.add(
                    file.supportCase().number().value(), file.requester(), address.strip(), person.login());
            redirect.addFlashAttribute(
                    problem.isPresent() ? "refused" : "done",
                    problem.orElse("From now on a copy of each letter goes there."));
            problem.ifPresent(fault -> redirect.addFlashAttribute("address", address));
        }
        return back(file);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            Person person,
            RedirectAttributes redirect) {
        var file = file(number);
        var chosen = Optional.ofNullable(CHOICES.get(state.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> DeskRefused.address("state", "must be hears, muted or removed"));
        if (DeskRights.acts(person)) {
            boolean isChanged = participants.change(file.supportCase().number().value(), id, chosen, person.login());
            redirect.addFlashAttribute(
                    isChanged ? "done" : "refused",
                    isChanged ? "It is kept who takes part." : "Nobody of this number takes part in the case.");
        }
        return back(file);
    }

    private CaseFile file(String number) {
        return CaseNumber.parse(number).flatMap(files::read).orElseThrow(() -> DeskRefused.noSuchCase(number));
    }

    private static String back(CaseFile file) {
        return "redirect:/desk/cases/%s/conversation"
                .formatted(file.supportCase().number().value());
    }
}
