package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.caselink.application.CaseLinks;
import io.casewright.desk.application.DeskRights;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Withdraws the links by which a case is read and answered without a login. */
@Controller
class LinksController {

    private final ReadCaseFile files;
    private final CaseLinks links;

    LinksController(ReadCaseFile files, CaseLinks links) {
        this.files = files;
        this.links = links;
    }

    @PostMapping("/desk/cases/{number}/links/withdrawal")
    String withdraw(@PathVariable String number, Person person, RedirectAttributes redirect) {
        var supportCase = CaseNumber.parse(number)
                .flatMap(files::read)
                .orElseThrow(() -> DeskRefused.noSuchCase(number))
                .supportCase();
        if (DeskRights.acts(person)) {
            int withdrawn = links.withdraw(supportCase.number(), person.login());
            redirect.addFlashAttribute(
                    "done",
                    withdrawn == 0
                            ? "There was no link that works."
                            : "No link that was sent so far leads to this case any more.");
        }
        return "redirect:/desk/cases/%s/conversation"
                .formatted(supportCase.number().value());
    }
}
