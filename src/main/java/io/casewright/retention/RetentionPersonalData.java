package io.casewright.retention;

import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why something was held may name whom it was about; certificates name nobody. */
@Component
class RetentionPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofContact("legal_hold", "contact_id = :contact")
                .called("holds")
                .with(WORDS, "reason")
                .told("case_number", "placed_at", "lifted_at"));
    }
}
