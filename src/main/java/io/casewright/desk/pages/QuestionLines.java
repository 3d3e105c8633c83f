package io.casewright.desk.pages;

import io.casewright.desk.domain.Question;
import io.casewright.platform.pages.Moment;
import io.casewright.platform.pages.Moments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows what colleagues ask each other. */
@Component
class QuestionLines {

    private final Moments moments;

    QuestionLines(Moments moments) {
        this.moments = moments;
    }

    /** One question. */
    record Line(
            long id,
            String number,
            String customer,
            String subject,
            String text,
            String asker,
            String asked,
            Moment at) {}

    List<Line> of(List<Question> questions) {
        return questions.stream()
                .map(question -> new Line(
                        question.id(),
                        question.caseNumber(),
                        question.customer(),
                        question.subject(),
                        question.text(),
                        question.asker(),
                        question.asked(),
                        moments.of(question.askedAt())))
                .toList();
    }
}
