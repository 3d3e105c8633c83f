package io.casewright.oncall.persistence;

import io.casewright.oncall.domain.Shift;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** The mail address that somebody wants to be called by. */
    public Optional<String> addressOf(String login) {
        return database.sql("SELECT address FROM oncall_person WHERE login = ?")
                .param(login)
                .query(String.class)
                .optional();
    }

    /** Addresses by login. */
    public Map<String, String> addresses() {
        var found = new TreeMap<String, String>();
        database.sql("SELECT login, address FROM oncall_person")
                .query((row, i) -> found.put(row.getString("login"), row.getString("address")))
                .list();
        return found;
    }

    public void reachBy(String login, String address) {
        database.sql("INSERT INTO oncall_person (login, address) VALUES (:login, :address)"
                        + " ON DUPLICATE KEY UPDATE address = :address")
                .param("login", login)
                .param("address", address)
                .update();
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
