package io.casewright.casefile.persistence;

import static io.casewright.platform.personal.Treatment.AUTHORED;
import static io.casewright.platform.personal.Treatment.KEY;
import static io.casewright.platform.personal.Treatment.NOTHING;
import static io.casewright.platform.personal.Treatment.TOKENS;
import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the request said is the person's; what was found out and done is about the matter. Before what others copied of it. */
@Component
@Order(2)
class CasePersonalData implements PersonalData {

    private static final String OF_CASES = "case_id IN (:cases)";

    private final JdbcClient database;

    CasePersonalData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("support_case", "id IN (:cases)")
                        .called("cases")
                        .with(AUTHORED, "subject", "description")
                        .with(WORDS, "product", "region", "findings", "resolution", "question")
                        .with(NOTHING, "external_reference")
                        // What a client calls its request, and a fingerprint in which the person is.
                        .with(KEY, "intake_key", "intake_fingerprint")
                        .told("number", "status", "category", "severity", "channel", "received_at", "ended_at")
                        .versioned(),
                PersonalTable.ofCase("timeline_entry", OF_CASES + " AND actor = 'CUSTOMER'")
                        .called("what the contact did")
                        .with(AUTHORED, "text")
                        .with(WORDS, "actor_name")
                        .told("case_id", "recorded_at", "kind"),
                PersonalTable.ofCase("timeline_entry", OF_CASES + " AND actor <> 'CUSTOMER'")
                        .called("what was done for the contact")
                        .with(WORDS, "text", "actor_name")
                        .told("case_id", "recorded_at", "kind"),
                PersonalTable.ofCase("evidence", OF_CASES)
                        .called("pieces of evidence")
                        .with(WORDS, "text")
                        .told("case_id", "kind", "recorded_at"),
                PersonalTable.ofCase("held_letter", OF_CASES)
                        .called("letters about to go out")
                        .with(WORDS, "body")
                        .told("case_id", "goes_at"),
                PersonalTable.ofCase("planned_action", OF_CASES)
                        .called("planned actions")
                        .with(WORDS, "detail", "report")
                        .told("case_id", "action", "state")
                        .versioned(),
                PersonalTable.ofCase("solved_case", OF_CASES)
                        .called("solutions that others find")
                        .keyedBy("case_id")
                        .with(WORDS, "product", "subject", "resolution")
                        .with(TOKENS, "words")
                        .deleted()
                        .copy());
    }

    /** They count on, under another contact where theirs stays. */
    @Override
    public void complete(Erasure erasure) {
        if (!erasure.own().isEmpty()) {
            database.sql("UPDATE support_case SET erased_at = :at, contact_id = :contact, version = version + 1"
                            + " WHERE id IN (:cases)")
                    .param("at", LocalDateTime.ofInstant(erasure.at(), ZoneOffset.UTC))
                    .param("contact", erasure.standIn())
                    .param("cases", erasure.ownIds())
                    .update();
        }
    }
}
