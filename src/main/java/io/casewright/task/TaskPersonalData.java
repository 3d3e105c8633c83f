package io.casewright.task;

import static io.casewright.platform.personal.Treatment.DOCUMENT;
import static io.casewright.platform.personal.Treatment.NO_DOCUMENT;

import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What forms showed and what was sent with them. Of an ended task nobody reads it again; who did it and when stays. What two people
 * decided stays too, without the contact.
 */
@Component
class TaskPersonalData implements PersonalData {

    /** A call that is being logged has no case yet. */
    private static final String WITHOUT_CASE = "case_number IS NULL AND state %s 'OPEN'";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCase("user_task", "case_number IN (:numbers)")
                        .called("filled in forms")
                        .with(NO_DOCUMENT, "shown", "sent")
                        .told("case_number", "element_id", "ended_at")
                        .copy(),
                PersonalTable.byMention("user_task", WITHOUT_CASE.formatted("<>"))
                        .called("filled in forms")
                        .with(NO_DOCUMENT, "shown", "sent"),
                PersonalTable.byMention("user_task", WITHOUT_CASE.formatted("="))
                        .called("filled in forms")
                        .with(DOCUMENT, "shown", "sent"),
                PersonalTable.ofCase(
                                "signed_answer",
                                "task_id IN (SELECT id FROM user_task WHERE case_number IN (:numbers))")
                        .called("decisions of two people")
                        .keyedBy("task_id")
                        .with(DOCUMENT, "answers")
                        .told("signed_at"));
    }
}
