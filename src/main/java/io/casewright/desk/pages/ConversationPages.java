package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.casefile.application.ReadCaseFile.CaseFile;
import io.casewright.casefile.application.WriteToCustomer;
import io.casewright.caselink.application.CaseLinks;
import io.casewright.desk.application.AskColleague;
import io.casewright.desk.application.DeskRights;
import io.casewright.participant.Participants;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows the conversation of a case: what goes out, what colleagues ask each other, what can be written, what was. */
@Component
class ConversationPages {

    private final WriteToCustomer writeToCustomer;
    private final AskColleague askColleague;
    private final QuestionLines lines;
    private final Participants participants;
    private final CaseLinks links;
    private final MessageLines messageLines;
    private final Moments moments;

    ConversationPages(
            WriteToCustomer writeToCustomer,
            AskColleague askColleague,
            QuestionLines lines,
            Participants participants,
            CaseLinks links,
            MessageLines messageLines,
            Moments moments) {
        this.writeToCustomer = writeToCustomer;
        this.askColleague = askColleague;
        this.lines = lines;
        this.participants = participants;
        this.links = links;
        this.messageLines = messageLines;
        this.moments = moments;
    }

    /** @param problem why what was written was not taken; null when there is nothing to say */
    ModelAndView of(CaseFile file, Person person, WrittenHere written, @Nullable String problem) {
        var number = file.supportCase().number();
        var open = askColleague.about(number);
        var toAnswer = open.stream()
                .filter(question -> question.askedOf().equals(person.login()))
                .toList();
        var page = new ModelAndView(
                "desk/conversation", problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("number", number.value());
        page.addObject("subject", file.supportCase().request().subject());
        page.addObject("locale", file.supportCase().request().locale());
        page.addObject("customer", file.requester().customerName());
        page.addObject("contact", file.requester().contactName());
        page.addObject("acts", DeskRights.acts(person));
        page.addObject(
                "to",
                written.to() == null && !toAnswer.isEmpty()
                        ? "answer-" + toAnswer.getFirst().id()
                        : written.way());
        page.addObject("colleague", written.asked());
        page.addObject("text", Objects.requireNonNullElse(written.text(), ""));
        page.addObject("key", written.key());
        page.addObject("colleagues", askColleague.askable(person));
        page.addObject("questions", lines.of(open));
        page.addObject("toAnswer", lines.of(toAnswer));
        page.addObject("problem", problem);
        page.addObject("participants", participants.of(number.value()));
        var working = links.workingOf(number);
        page.addObject("links", working.number());
        page.addObject("linksUntil", working.lastUntil() == null ? null : moments.of(working.lastUntil()));
        page.addObject("messages", messageLines.of(file.messages()));
        page.addObject(
                "held",
                writeToCustomer.held(number).stream()
                        .map(letter -> new Held(
                                letter.id(),
                                letter.author(),
                                letter.body(),
                                moments.of(letter.goesAt()),
                                writeToCustomer.filesOf(letter)))
                        .toList());
        return page;
    }

    /** A letter that can be taken back. */
    record Held(long id, @Nullable String author, String body, Moment goesAt, List<String> files) {}
}
