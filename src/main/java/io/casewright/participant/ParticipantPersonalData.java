package io.casewright.participant;

import static io.casewright.platform.personal.Treatment.ADDRESS;
import static io.casewright.platform.personal.Treatment.NAME;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where a contact takes part is the contact's, in whosever case. */
@Component
class ParticipantPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofContact("case_participant", "contact_id = :contact")
                        .called("cases in which the contact takes part")
                        .with(ADDRESS, "address")
                        .with(NAME, "name")
                        .told("case_number", "state", "since"),
                PersonalTable.byMention("case_participant", "contact_id IS NULL")
                        .called("mails that the person was in copy of")
                        .with(ADDRESS, "address")
                        .with(NAME, "name")
                        .told("case_number", "since"));
    }
}
