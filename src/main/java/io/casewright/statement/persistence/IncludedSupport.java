package io.casewright.statement.persistence;

import io.casewright.platform.database.UtcTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which plan a customer had at an instant, as the history of the customer tells. */
@Component
public class IncludedSupport {

    private final JdbcClient database;

    IncludedSupport(JdbcClient database) {
        this.database = database;
    }

    /** A customer, with the plan it had. */
    public record UnderPlan(long customer, long plan) {}

    /** Customers who were there at the instant; one that came later or had gone is left out. */
    public List<UnderPlan> at(Instant instant) {
        return database.sql("""
                        SELECT u.id, COALESCE(
                            (SELECT p.id FROM customer_change h JOIN support_plan p ON p.name = h.before_value
                             WHERE h.customer_id = u.id AND h.what = 'support plan' AND h.changed_at > :instant
                             ORDER BY h.id LIMIT 1),
                            u.support_plan_id) AS plan
                        FROM customer u
                        WHERE (u.closed_at IS NULL OR u.closed_at > :instant)
                          AND NOT EXISTS (SELECT 1 FROM customer_change h WHERE h.customer_id = u.id
                                          AND h.what = 'support plan' AND h.before_value IS NULL AND h.changed_at > :instant)
                        ORDER BY u.id""")
                .param("instant", UtcTime.kept(instant))
                .query((row, i) -> new UnderPlan(row.getLong("id"), row.getLong("plan")))
                .list();
    }
}
