package io.casewright.desk.persistence;

import io.casewright.desk.domain.Draft;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people typed into forms and have not sent, one per person and task. */
@Component
public class Drafts {

    private final JdbcClient database;

    Drafts(JdbcClient database) {
        this.database = database;
    }

    public Optional<Draft> find(long taskId, String login) {
        return database.sql("SELECT answers, form, shown, saved_at FROM desk_draft WHERE task_id = ? AND login = ?")
                .params(taskId, login)
                .query((row, i) -> new Draft(
                        row.getString("answers"),
                        row.getString("form"),
                        row.getString("shown"),
                        row.getObject("saved_at", java.time.LocalDateTime.class).toInstant(java.time.ZoneOffset.UTC)))
                .optional();
    }

    /** In place of what was kept before. */
    public void save(long taskId, String login, Draft draft) {
        database.sql("""
                        INSERT INTO desk_draft (task_id, login, answers, form, shown, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?) AS new
                        ON DUPLICATE KEY UPDATE answers = new.answers, form = new.form, shown = new.shown,
                          saved_at = new.saved_at""")
                .params(taskId, login, draft.answers(), draft.form(), draft.shown(), Columns.kept(draft.savedAt()))
                .update();
    }

    public void drop(long taskId, String login) {
        database.sql("DELETE FROM desk_draft WHERE task_id = ? AND login = ?")
                .params(taskId, login)
                .update();
    }

    /** Nobody will come back to these. */
    public void dropOlderThan(Instant then) {
        database.sql("DELETE FROM desk_draft WHERE saved_at < ?")
                .param(Columns.kept(then))
                .update();
    }
}
