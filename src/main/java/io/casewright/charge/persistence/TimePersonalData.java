package io.casewright.charge.persistence;

import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody says was done may name the person it was done for. */
@Component
class TimePersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofCase("time_entry", "case_number IN (:numbers)")
                .called("time that was booked")
                .with(WORDS, "words")
                .told("case_number", "day", "minutes"));
    }
}
