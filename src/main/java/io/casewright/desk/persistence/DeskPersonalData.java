package io.casewright.desk.persistence;

import static io.casewright.platform.personal.Treatment.BLANK;
import static io.casewright.platform.personal.Treatment.KEY;
import static io.casewright.platform.personal.Treatment.NAME;
import static io.casewright.platform.personal.Treatment.NO_DOCUMENT;
import static io.casewright.platform.personal.Treatment.WORDS;

import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists show and find is made anew of what is left; answers that were not sent go; so does what somebody looked for. */
@Component
class DeskPersonalData implements PersonalData {

    private final JdbcClient database;
    private final DeskCases cases;

    DeskPersonalData(JdbcClient database, DeskCases cases) {
        this.database = database;
        this.cases = cases;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("desk_case", "case_id IN (:cases)")
                        .called("lines of the Desk")
                        .keyedBy("case_id")
                        .with(NAME, "contact_name")
                        .with(WORDS, "subject")
                        .whenChanged((keys, before, after) -> findAnew(keys.get("case_id")))
                        .deleted()
                        .copy(),
                PersonalTable.ofCase("desk_word", "case_id IN (:cases)")
                        .called("words to be found by")
                        .keyedBy("word", "case_id")
                        .with(KEY, "word")
                        .deleted()
                        .copy(),
                PersonalTable.ofCase(
                                "desk_draft", "task_id IN (SELECT id FROM user_task WHERE case_number IN (:numbers))")
                        .called("answers that were not sent")
                        .keyedBy("task_id", "login")
                        .with(NO_DOCUMENT, "answers")
                        .told("saved_at")
                        .deleted(),
                PersonalTable.byMention("desk_draft", "task_id IN (SELECT id FROM user_task WHERE case_number IS NULL)")
                        .called("answers that were not sent")
                        .keyedBy("task_id", "login")
                        .with(NO_DOCUMENT, "answers")
                        .deleted(),
                PersonalTable.byMention("desk_person", "last_view <> ''")
                        .called("views that somebody looked at last")
                        .keyedBy("login")
                        .with(BLANK, "last_view"));
    }

    @Override
    public void complete(Erasure erasure) {
        if (!erasure.own().isEmpty()) {
            cases.add(erasure.ownIds());
        }
    }

    private void findAnew(@Nullable Object caseId) {
        if (caseId instanceof Long id) {
            database.sql("DELETE FROM desk_word WHERE case_id = ?").param(id).update();
            cases.add(List.of(id));
        }
    }
}
