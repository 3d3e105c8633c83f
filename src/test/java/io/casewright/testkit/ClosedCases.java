package io.casewright.testkit;

import io.casewright.casefile.domain.CaseNumber;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closed cases to learn from, and none beside them. */
@TestComponent
public class ClosedCases {

    private final CaseDesk desk;
    private final JdbcClient database;

    ClosedCases(CaseDesk desk, JdbcClient database) {
        this.desk = desk;
        this.database = database;
    }

    /** What other tests closed counts no longer, and nothing was ever learned. */
    public void forgetAll() {
        database.sql("UPDATE support_case SET status = 'WITHDRAWN' WHERE status = 'CLOSED'")
                .update();
        database.sql("DELETE FROM reading_model").update();
    }

    /** An agent diagnosed it and said its category. */
    public void judged(String category, String subject, String description) {
        set(desk.closed(), category, subject, description);
    }

    /** Nobody looked at it. */
    public void unjudged(String category, String subject, String description) {
        var number = desk.diagnosing();
        set(number, category, subject, description);
        database.sql("UPDATE support_case SET status = 'CLOSED' WHERE number = ?")
                .param(number.value())
                .update();
    }

    private void set(CaseNumber number, String category, String subject, String description) {
        database.sql("UPDATE support_case SET category = ?, subject = ?, description = ? WHERE number = ?")
                .params(category, subject, description, number.value())
                .update();
    }
}
