package io.casewright.desk.persistence;

import io.casewright.desk.domain.Load;
import io.casewright.desk.domain.PromiseRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What would be missed next, and who has how much to do. */
@Component
public class PromiseReads {

    private final JdbcClient database;

    PromiseReads(JdbcClient database) {
        this.database = database;
    }

    /** Of all queues, the nearest first; those whose clocks stand still are not among them. */
    public List<PromiseRow> next(int atMost) {
        return database.sql("""
                        SELECT p.kind, p.outcome, p.due_at, d.number, d.subject, d.locale, d.customer_name, d.severity, d.queue,
                               (SELECT GROUP_CONCAT(DISTINCT t.assignee ORDER BY t.assignee SEPARATOR ', ') FROM user_task t
                                WHERE t.case_number = p.case_number AND t.state = 'OPEN') AS workers
                        FROM promise p JOIN desk_case d ON d.number = p.case_number
                        WHERE p.ended_at IS NULL AND p.due_at IS NOT NULL AND p.hold_key IS NULL
                        ORDER BY p.due_at, p.id LIMIT ?""")
                .param(atMost)
                .query((row, i) -> new PromiseRow(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("locale"),
                        row.getString("customer_name"),
                        row.getString("severity"),
                        row.getString("queue"),
                        row.getString("kind"),
                        row.getString("outcome").equals("BREACHED"),
                        Objects.requireNonNull(Columns.instant(row, "due_at")),
                        row.getString("workers")))
                .list();
    }

    /** Whoever has open tasks, with the most first. */
    public List<Load> loads(Instant now) {
        return database.sql(
                        "SELECT assignee, COUNT(*) AS open, SUM(due IS NOT NULL AND due < ?) AS overdue FROM user_task"
                                + " WHERE state = 'OPEN' AND assignee IS NOT NULL GROUP BY assignee ORDER BY open DESC, assignee")
                .param(Columns.kept(now))
                .query((row, i) -> new Load(row.getString("assignee"), row.getInt("open"), row.getInt("overdue")))
                .list();
    }

    /** Ids of the open tasks that somebody has, the oldest first. */
    public List<Long> openOf(String login) {
        return database.sql("SELECT id FROM user_task WHERE state = 'OPEN' AND assignee = ? ORDER BY id")
                .param(login)
                .query(Long.class)
                .list();
    }
}
