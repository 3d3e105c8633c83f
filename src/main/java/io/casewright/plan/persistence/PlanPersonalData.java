package io.casewright.plan.persistence;

import io.casewright.platform.personal.Erasure;
import io.casewright.platform.personal.PersonalData;
import io.casewright.platform.personal.PersonalTable;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which terms a contact was told, and when. Proof that a customer was told them, so it stays, under the pseudonym. */
@Component
@Order(3)
class PlanPersonalData implements PersonalData {

    private final JdbcClient database;

    PlanPersonalData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofContact("plan_told", "contact_id = :contact")
                .called("plans that were told")
                .told("case_number", "plan_id", "plan_version", "told_at"));
    }

    /** With its case, which is kept under another contact. */
    @Override
    public void complete(Erasure erasure) {
        if (!erasure.own().isEmpty()) {
            database.sql("UPDATE plan_told SET contact_id = :contact WHERE case_number IN (:numbers)")
                    .param("contact", erasure.standIn())
                    .param(
                            "numbers",
                            erasure.own().stream().map(Erasure.Case::number).toList())
                    .update();
        }
    }
}
