package io.casewright.desk.persistence;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that came to one person by themselves, such as a diagnosis whose question was answered. */
@Component
public class WaitingForOne {

    private static final int AT_ONCE = 100;

    private final JdbcClient database;

    WaitingForOne(JdbcClient database) {
        this.database = database;
    }

    /** Keys of those that the person has neither claimed nor begun since; the oldest first. */
    public List<Long> since(Instant then) {
        return database.sql("""
                        SELECT t.task_key FROM user_task t
                        WHERE t.state = 'OPEN' AND t.task_key IS NOT NULL AND t.assignee IS NOT NULL AND t.assigned_at = t.created_at
                          AND t.created_at < :then
                          AND NOT EXISTS (SELECT 1 FROM desk_draft d WHERE d.task_id = t.id AND d.login = t.assignee
                                          AND d.saved_at >= :then)
                        ORDER BY t.id LIMIT :most""")
                .param("then", Columns.kept(then))
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
    }
}
