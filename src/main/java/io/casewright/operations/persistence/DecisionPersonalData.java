package io.casewright.operations.persistence;

import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why somebody decided so about a letter may name whom it was for. */
@Component
class DecisionPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("dead_letter_decision", "case_number IN (:numbers)")
                        .called("decisions about what could not be sent")
                        .with(WORDS, "reason")
                        .told("case_number", "action", "decided_at"),
                PersonalTable.byMention("dead_letter_decision", "case_number IS NULL")
                        .called("decisions about what could not be sent")
                        .with(WORDS, "reason"));
    }
}
