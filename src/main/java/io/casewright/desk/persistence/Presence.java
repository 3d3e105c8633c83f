package io.casewright.desk.persistence;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has which task open. */
@Component
public class Presence {

    private final JdbcClient database;

    Presence(JdbcClient database) {
        this.database = database;
    }

    public void seen(long taskId, String login, Instant at) {
        database.sql("""
                        INSERT INTO desk_presence (task_id, login, seen_at) VALUES (?, ?, ?) AS new
                        ON DUPLICATE KEY UPDATE seen_at = new.seen_at""").params(taskId, login, Columns.kept(at)).update();
    }

    public void left(long taskId, String login) {
        database.sql("DELETE FROM desk_presence WHERE task_id = ? AND login = ?")
                .params(taskId, login)
                .update();
    }

    /** Logins of all who were seen there since then, whoever came first. */
    public List<String> at(long taskId, Instant since) {
        return database.sql("SELECT login FROM desk_presence WHERE task_id = ? AND seen_at >= ? ORDER BY login")
                .params(taskId, Columns.kept(since))
                .query(String.class)
                .list();
    }

    public void forgetBefore(Instant then) {
        database.sql("DELETE FROM desk_presence WHERE seen_at < ?")
                .param(Columns.kept(then))
                .update();
    }
}
