package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.application.FilesOfCase;
import io.casewright.casefile.application.ReadCaseFile;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.SplitCase;
import io.casewright.casefile.application.WriteToCustomer;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.NotPossibleNow;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.desk.application.AskColleague;
import io.casewright.desk.application.DeskRights;
import io.casewright.platform.web.TakesFiles;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conversation of a case, at whatever step it is: write to the customer, or to colleagues; ask one of them; take a letter back; make a case of its own of a second problem. */
@Controller
@RequestMapping("/desk/cases/{number}/conversation")
class ConversationController {

    private final ReadCaseFile files;
    private final WriteToCustomer writeToCustomer;
    private final ReceiveMessage messages;
    private final FilesOfCase filesOfCase;
    private final SplitCase splitCase;
    private final AskColleague askColleague;
    private final ConversationPages pages;

    ConversationController(
            ReadCaseFile files,
            WriteToCustomer writeToCustomer,
            ReceiveMessage messages,
            FilesOfCase filesOfCase,
            SplitCase splitCase,
            AskColleague askColleague,
            ConversationPages pages) {
        this.files = files;
        this.writeToCustomer = writeToCustomer;
        this.messages = messages;
        this.filesOfCase = filesOfCase;
        this.splitCase = splitCase;
        this.askColleague = askColleague;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView read(@PathVariable String number, Person person) {
        return pages.of(file(number), person, WrittenHere.nothing(), null);
    }

    @PostMapping
    ModelAndView write(@PathVariable String number, WrittenHere written, Person person, RedirectAttributes redirect) {
        var file = file(number);
        if (!DeskRights.acts(person)) {
            return pages.of(file, person, written, null);
        }
        if (!written.isKnown()) {
            throw DeskRefused.address(
                    "to", "must be customer, colleagues, colleague, case or the answer to a question");
        }
        var caseNumber = file.supportCase().number();
        var problem = problemWith(caseNumber, written, person).or(() -> problemWith(file.supportCase(), written));
        if (problem.isPresent()) {
            return pages.of(file, person, written, problem.get());
        }
        try {
            redirect.addFlashAttribute("done", send(caseNumber, written, person));
        } catch (NotPossibleNow e) {
            return pages.of(file, person, written, e.getMessage());
        }
        return new ModelAndView("redirect:" + addressOf(caseNumber));
    }

    private Optional<String> problemWith(CaseNumber number, WrittenHere written, Person person) {
        return writeToCustomer.problemWith(written.words()).or(() -> switch (written.way()) {
            case "case" -> splitCase.problemWith(number);
            case "colleague" -> askColleague.problemWith(person, written.asked());
            default -> Optional.empty();
        });
    }

    private Optional<String> problemWith(SupportCase supportCase, WrittenHere written) {
        return switch (written.way()) {
            case "customer" -> writeToCustomer.problemWith(supportCase.number(), written.files());
            case "colleagues" -> filesOfCase.problemWith(supportCase, written.files());
            default ->
                written.files().isEmpty()
                        ? Optional.empty()
                        : Optional.of("Files go along with a letter or a note for all colleagues only.");
        };
    }

    /** What came of it, in a sentence. */
    private String send(CaseNumber number, WrittenHere written, Person person) {
        String words = written.words();
        String key = written.letterKey();
        return switch (written.way()) {
            case "customer" -> {
                writeToCustomer.write(number, words, person.login(), key, written.files());
                yield "The letter goes out in a moment.";
            }
            case "case" ->
                "%s is a case of its own now.".formatted(splitCase.split(number, words, person.login(), key));
            case "colleague" -> "%s is asked.".formatted(askColleague.ask(number, words, person, written.asked(), key));
            case "colleagues" -> {
                messages.note(number, words, person.login(), key, written.files());
                yield "Your colleagues can read it.";
            }
            default ->
                askColleague.answer(number, written.question().orElseThrow(), words, person, key)
                        ? "The question is answered."
                        : "This question was answered before, or is not yours: nothing was written.";
        };
    }

    @PostMapping("/{letter}/back")
    String takeBack(
            @PathVariable String number, @PathVariable long letter, Person person, RedirectAttributes redirect) {
        var caseNumber = file(number).supportCase().number();
        if (DeskRights.acts(person)) {
            redirect.addFlashAttribute(
                    "done",
                    writeToCustomer.takeBack(caseNumber, letter)
                            ? "The letter was taken back; nobody reads it."
                            : "The letter has gone out, or was taken back before.");
        }
        return "redirect:" + addressOf(caseNumber);
    }

    private CaseFile file(String number) {
        return CaseNumber.parse(number).flatMap(files::read).orElseThrow(() -> DeskRefused.noSuchCase(number));
    }

    private static String addressOf(CaseNumber number) {
        return "/desk/cases/" + number.value() + "/conversation";
    }

    @Configuration(proxyBeanMethods = false)
    static class Files {

        @Bean
        TakesFiles filesWithLetters() {
            return TakesFiles.at("/desk/cases/{number}/conversation");
        }
    }
}
