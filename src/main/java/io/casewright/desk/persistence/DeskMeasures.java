package io.casewright.desk.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long customers and tasks wait. */
@Component
public class DeskMeasures {

    private final JdbcClient database;

    DeskMeasures(JdbcClient database) {
        this.database = database;
    }

    /**
     * The tasks of a queue that nobody has taken.
     *
     * @param queue null where a task has none
     * @param oldestSeconds how long the oldest has waited
     */
    public record QueueAge(@Nullable String queue, long tasks, long oldestSeconds) {}

    /**
     * The first response to a case.
     *
     * @param severity of the case now
     * @param inTime whether it came within what was promised
     */
    public record FirstResponse(String severity, Duration took, boolean inTime) {}

    /** Of each queue in which a task waits for somebody. */
    public List<QueueAge> queueAges(Instant now) {
        return database.sql("""
                        SELECT queue, COUNT(*) AS tasks, GREATEST(0, TIMESTAMPDIFF(SECOND, MIN(created_at), :now)) AS oldest_seconds
                        FROM user_task WHERE state = 'OPEN' AND assignee IS NULL GROUP BY queue""")
                .param("now", Columns.kept(now))
                .query(QueueAge.class)
                .list();
    }

    /** How many open cases had no first response in the promised time. */
    public long overdue(Instant now) {
        return database.sql("SELECT COUNT(*) FROM desk_case WHERE promise_due < ?")
                .param(Columns.kept(now))
                .query(Long.class)
                .single();
    }

    /** What this letter is to its case, if it is the first response; an acknowledgement is none. */
    public Optional<FirstResponse> firstResponse(String caseNumber, long letterId) {
        return database.sql("""
                        SELECT c.severity, TIMESTAMPDIFF(MICROSECOND, c.received_at, m.created_at) AS took,
                               p.outcome = 'KEPT' AS in_time
                        FROM message m JOIN support_case c ON c.number = m.case_number
                        JOIN promise p ON p.case_number = c.number AND p.kind = 'FIRST_RESPONSE'
                        WHERE m.id = :id AND m.case_number = :number AND NOT EXISTS (
                          SELECT 1 FROM message e WHERE e.case_number = :number AND e.id < :id
                            AND e.direction = 'OUTBOUND' AND e.kind <> 'ACKNOWLEDGEMENT')""")
                .param("id", letterId)
                .param("number", caseNumber)
                .query((row, i) -> new FirstResponse(
                        row.getString("severity"),
                        Duration.ofNanos(1000 * row.getLong("took")),
                        row.getBoolean("in_time")))
                .optional();
    }
}
