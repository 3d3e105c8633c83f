package io.casewright.message;

import static io.casewright.platform.personal.Treatment.ADDRESS;
import static io.casewright.platform.personal.Treatment.AUTHORED;
import static io.casewright.platform.personal.Treatment.KEY;
import static io.casewright.platform.personal.Treatment.NAME;
import static io.casewright.platform.personal.Treatment.NOTHING;
import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whole correspondence is the person's, letters included, which answer what was said. Notes are about the matter. */
@Component
class MessagePersonalData implements PersonalData {

    private final JdbcClient database;

    MessagePersonalData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("message", "case_number IN (:numbers) AND direction = 'INBOUND'")
                        .called("messages of the contact")
                        .with(AUTHORED, "subject", "body")
                        .with(WORDS, "author_name")
                        .with(NOTHING, "internet_message_id", "in_reply_to")
                        .with(KEY, "step_key")
                        .told("case_number", "created_at"),
                PersonalTable.ofCase("message", "case_number IN (:numbers) AND direction = 'OUTBOUND'")
                        .called("letters to the contact")
                        .with(NAME, "recipient_name")
                        .with(ADDRESS, "recipient_address")
                        .with(AUTHORED, "subject", "body")
                        .with(WORDS, "author_name", "failure")
                        .with(NOTHING, "in_reply_to")
                        .told("case_number", "kind", "created_at", "sent_at"),
                PersonalTable.byMention("letter_copy", "TRUE")
                        .called("copies of letters")
                        .with(NAME, "name")
                        .with(ADDRESS, "address")
                        .with(WORDS, "failure")
                        .told("message_id", "sent_at"),
                PersonalTable.ofCase("message", "case_number IN (:numbers) AND direction IS NULL")
                        .called("notes")
                        .with(WORDS, "body", "author_name", "subject")
                        .with(KEY, "step_key")
                        .told("case_number", "created_at"));
    }

    /** There is nobody any more whom a letter could reach, and so nothing to decide about it. */
    @Override
    public void complete(Erasure erasure) {
        if (!erasure.own().isEmpty()) {
            database.sql(
                            "UPDATE message SET failure = IF(delivery = 'WAITING', 'The contact was erased before it was sent.',"
                                    + " failure), failure_settled_at = :at, delivery = 'FAILED' WHERE case_number IN (:numbers)"
                                    + " AND (delivery = 'WAITING' OR (delivery = 'FAILED' AND failure_settled_at IS NULL))")
                    .param("at", LocalDateTime.ofInstant(erasure.at(), ZoneOffset.UTC))
                    .param(
                            "numbers",
                            erasure.own().stream().map(Erasure.Case::number).toList())
                    .update();
        }
    }
}
