package io.casewright.intake.persistence;

import static io.casewright.platform.personal.Treatment.ADDRESS;
import static io.casewright.platform.personal.Treatment.AUTHORED;
import static io.casewright.platform.personal.Treatment.NAME;
import static io.casewright.platform.personal.Treatment.NOTHING;
import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.files.UnneededFiles;
import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails of a case are the person's, and go with it: the words, and the mail itself. */
@Component
class MailPersonalData implements PersonalData {

    private final JdbcClient database;
    private final UnneededFiles unneeded;

    MailPersonalData(JdbcClient database, UnneededFiles unneeded) {
        this.database = database;
        this.unneeded = unneeded;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("incoming_mail", "case_number IN (:numbers)")
                        .called("mails of the contact")
                        .with(ADDRESS, "sender")
                        .with(NAME, "sender_name")
                        .with(AUTHORED, "subject")
                        .with(NOTHING, "internet_id")
                        .with(WORDS, "decision", "decided_by")
                        .told("case_number", "received_at"),
                PersonalTable.byMention("incoming_mail", "case_number IS NULL")
                        .called("mails of which no case came")
                        .with(ADDRESS, "sender")
                        .with(NAME, "sender_name")
                        .with(AUTHORED, "subject")
                        .with(NOTHING, "internet_id")
                        .with(WORDS, "decision", "decided_by")
                        .told("received_at"));
    }

    @Override
    public void complete(Erasure erasure) {
        if (erasure.own().isEmpty()) {
            return;
        }
        var numbers = erasure.own().stream().map(Erasure.Case::number).toList();
        var gone = database.sql(
                        "SELECT DISTINCT file_id FROM incoming_mail WHERE case_number IN (:numbers) AND file_id IS NOT NULL")
                .param("numbers", numbers)
                .query(String.class)
                .list();
        database.sql("UPDATE incoming_mail SET file_id = NULL, likeness = NULL WHERE case_number IN (:numbers)")
                .param("numbers", numbers)
                .update();
        database.sql("DELETE FROM reply_token WHERE case_number IN (:numbers)")
                .param("numbers", numbers)
                .update();
        unneeded.forgetAfterCommit(gone);
    }
}
