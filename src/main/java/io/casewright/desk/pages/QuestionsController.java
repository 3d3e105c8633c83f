package io.casewright.desk.pages;

import io.casewright.access.Person;
import io.casewright.desk.application.AskColleague;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What colleagues ask somebody. */
@Controller
class QuestionsController {

    private final AskColleague askColleague;
    private final QuestionLines lines;

    QuestionsController(AskColleague askColleague, QuestionLines lines) {
        this.askColleague = askColleague;
        this.lines = lines;
    }

    @GetMapping("/desk/questions")
    ModelAndView list(Person person) {
        return new ModelAndView("desk/questions", "questions", lines.of(askColleague.askedOf(person)));
    }
}
