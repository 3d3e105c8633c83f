package io.casewright.satisfaction.persistence;

import static io.casewright.platform.personal.Treatment.AUTHORED;
import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rating counts on without its words. */
@Component
class SurveyPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofCase("survey", "case_number IN (:numbers)")
                .called("answers about satisfaction")
                .with(AUTHORED, "comment")
                .with(WORDS, "call_note")
                .told("case_number", "asked_at", "rating", "answered_at"));
    }
}
