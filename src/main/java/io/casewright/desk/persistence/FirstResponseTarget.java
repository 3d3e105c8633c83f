package io.casewright.desk.persistence;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.desk.NextPromise;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one promise there is: a first response within the time of the customer's plan. An acknowledgement is none yet. */
@Component
class FirstResponseTarget implements NextPromise {

    /** Of a case {@code c} whose customer has the plan {@code p}. */
    static final String DUE_AT = """
            c.received_at + INTERVAL CASE c.severity
                WHEN 'CRITICAL' THEN p.critical_response_minutes
                WHEN 'MODERATE' THEN p.moderate_response_minutes
                ELSE p.minimal_response_minutes END MINUTE""";

    private static final String DUE = "SELECT " + DUE_AT + """
             AS due
            FROM support_case c
            JOIN customer u ON u.id = c.customer_id
            JOIN support_plan p ON p.id = u.support_plan_id
            WHERE c.number = ?
              AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'DUPLICATE')
              AND NOT EXISTS (SELECT 1 FROM message m WHERE m.case_number = c.number
                              AND m.direction = 'OUTBOUND' AND m.kind <> 'ACKNOWLEDGEMENT')""";

    private final JdbcClient database;

    FirstResponseTarget(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> dueOf(CaseNumber number) {
        return database.sql(DUE)
                .param(number.value())
                .query((row, i) -> Columns.instant(row, "due"))
                .optional();
    }
}
