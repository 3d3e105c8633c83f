package io.casewright.oncall.persistence;

import io.casewright.oncall.domain.Reach;
import io.casewright.oncall.domain.Shift;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shifts, and by which address people on call are reached. */
@Component
public class Rotas {

    private final JdbcClient database;

    Rotas(JdbcClient database) {
        this.database = database;
    }

    /** Shifts of all queues that are not over. */
    public List<Shift> from(Instant now) {
        return database.sql("SELECT * FROM oncall_shift WHERE ends_at > ? ORDER BY queue, begins_at, id")
                .param(UtcTime.kept(now))
                .query((row, i) -> shift(row))
                .list();
    }

    /** Those of one queue. */
    public List<Shift> of(String queue, Instant now) {
        return database.sql("SELECT * FROM oncall_shift WHERE queue = ? AND ends_at > ? ORDER BY begins_at, id")
                .params(queue, UtcTime.kept(now))
                .query((row, i) -> shift(row))
                .list();
    }

    public void add(String queue, String login, Instant begins, Instant ends) {
        database.sql("INSERT INTO oncall_shift (queue, login, begins_at, ends_at) VALUES (?, ?, ?, ?)")
                .params(queue, login, UtcTime.kept(begins), UtcTime.kept(ends))
                .update();
    }

    /** False when it is not there any more. */
    public boolean remove(long shift) {
        return database.sql("DELETE FROM oncall_shift WHERE id = ?")
                        .param(shift)
                        .update()
                > 0;
    }

    /** How somebody wants to be called; empty while it was not said. */
    public Optional<Reach> reachOf(String login) {
        return database.sql("SELECT * FROM oncall_person WHERE login = ?")
                .param(login)
                .query((row, i) -> reach(row))
                .optional();
    }

    /** Who said how to be called. */
    public List<String> reachable() {
        return database.sql("SELECT login FROM oncall_person ORDER BY login")
                .query(String.class)
                .list();
    }

    public void keep(Reach reach) {
        database.sql("""
                        INSERT INTO oncall_person (login, address, hook, assignments, replies, quiet_from, quiet_until)
                        VALUES (:login, :address, :hook, :assignments, :replies, :from, :until)
                        ON DUPLICATE KEY UPDATE address = :address, hook = :hook, assignments = :assignments, replies = :replies,
                                                quiet_from = :from, quiet_until = :until""")
                .param("login", reach.login())
                .param("address", reach.address())
                .param("hook", reach.hook())
                .param("assignments", reach.assignments())
                .param("replies", reach.replies())
                .param("from", reach.quietFrom())
                .param("until", reach.quietUntil())
                .update();
    }

    /** Who has open tasks of a case; where nobody has, who did the last one. */
    public List<String> concernedBy(String caseNumber) {
        var having = database.sql(
                        "SELECT DISTINCT assignee FROM user_task WHERE case_number = ? AND state = 'OPEN' AND assignee IS NOT NULL")
                .param(caseNumber)
                .query(String.class)
                .list();
        return !having.isEmpty()
                ? having
                : database.sql("""
                                SELECT completed_by FROM user_task
                                WHERE case_number = ? AND state = 'COMPLETED' AND completed_by IS NOT NULL
                                ORDER BY ended_at DESC, id DESC LIMIT 1""").param(caseNumber).query(String.class).list();
    }

    private static Reach reach(ResultSet row) throws SQLException {
        return new Reach(
                row.getString("login"),
                row.getString("address"),
                row.getString("hook"),
                row.getBoolean("assignments"),
                row.getBoolean("replies"),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class));
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                row.getLong("id"),
                row.getString("queue"),
                row.getString("login"),
                UtcTime.read(row, "begins_at"),
                UtcTime.read(row, "ends_at"));
    }
}
