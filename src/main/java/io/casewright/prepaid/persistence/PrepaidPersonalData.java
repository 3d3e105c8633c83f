package io.casewright.prepaid.persistence;

import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** The note of a purchase may name who ordered it; which contact was told that little is left stays, under the pseudonym. */
@Component
class PrepaidPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.byMention("prepaid_entry", "note IS NOT NULL")
                        .called("purchases of prepaid hours")
                        .with(WORDS, "note")
                        .told("kind", "minutes", "made_at"),
                PersonalTable.ofContact("prepaid_letter", "contact_id = :contact")
                        .called("letters about prepaid hours")
                        .told("held_minutes", "free_minutes", "told_at"));
    }
}
