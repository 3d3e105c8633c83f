package io.casewright.handoff.persistence;

import static io.casewright.platform.personal.Treatment.AUTHORED;
import static io.casewright.platform.personal.Treatment.NOTHING;
import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** The text of a ticket repeats the request; notes are about the matter. What a desk outside was told stays there. */
@Component
class HandOffPersonalData implements PersonalData {

    private static final String HAND_OFFS = "(SELECT id FROM hand_off WHERE case_number IN (:numbers))";
    private static final String TICKETS = "(SELECT t.id FROM vendor_ticket t JOIN hand_off h ON h.id = t.hand_off_id"
            + " WHERE h.case_number IN (:numbers))";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("hand_off", "case_number IN (:numbers)")
                        .called("hand-offs")
                        .with(AUTHORED, "title", "text")
                        // The partner's own person, unless somebody wrote the customer's there.
                        .with(WORDS, "contact_name", "contact_email", "contact_phone", "contact_hours")
                        .told("case_number", "target", "prepared_at"),
                PersonalTable.ofCase("vendor_ticket", "hand_off_id IN " + HAND_OFFS)
                        .called("troubles with tickets")
                        .with(WORDS, "trouble")
                        .told("vendor_number")
                        .versioned(),
                PersonalTable.ofCase("vendor_ticket_note", "ticket_id IN " + TICKETS)
                        .called("notes of tickets")
                        .with(WORDS, "text")
                        .with(NOTHING, "content_hash")
                        .told("kind", "recorded_at"),
                PersonalTable.ofCase("desk_order", "ticket_id IN " + TICKETS)
                        .called("orders to desks outside")
                        .with(WORDS, "text", "refusal")
                        .told("kind", "ordered_at")
                        .versioned());
    }
}
