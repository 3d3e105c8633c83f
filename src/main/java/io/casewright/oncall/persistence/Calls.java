package io.casewright.oncall.persistence;

import io.casewright.oncall.domain.Call;
import io.casewright.oncall.domain.Call.Attempt;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls, who was called, and who is on it. */
@Component
public class Calls {

    private static final String LATEST = "FROM oncall_call ORDER BY closed_at IS NOT NULL, id DESC LIMIT ?";

    private final JdbcClient database;

    Calls(JdbcClient database) {
        this.database = database;
    }

    /** Its id; empty when the same was called for before. */
    public Optional<Long> open(String key, String caseNumber, String queue, String reason, Instant at) {
        int added = database.sql(
                        "INSERT IGNORE INTO oncall_call (call_key, case_number, queue, reason, opened_at) VALUES (?, ?, ?, ?, ?)")
                .params(key, caseNumber, queue, reason, UtcTime.kept(at))
                .update();
        return added == 0
                ? Optional.empty()
                : Optional.of(database.sql("SELECT id FROM oncall_call WHERE call_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single());
    }

    /** Whether that was called for before. */
    public boolean isOpened(String key) {
        return database.sql("SELECT COUNT(*) FROM oncall_call WHERE call_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The call as it is now, and so it stays until the transaction ends. */
    public Optional<Call> hold(long id) {
        return find(id, " FOR UPDATE");
    }

    public Optional<Call> find(long id) {
        return find(id, "");
    }

    /** The newest first, those that wait before all others. */
    public List<Call> latest(int atMost) {
        var attempts = attempts("call_id IN (SELECT id FROM (SELECT id " + LATEST + ") latest)", atMost);
        return database.sql("SELECT * " + LATEST)
                .param(atMost)
                .query((row, i) -> read(row, attempts))
                .list();
    }

    public void attempt(long id, String login, Instant at) {
        database.sql("INSERT INTO oncall_attempt (call_id, login, called_at) VALUES (?, ?, ?)")
                .params(id, login, UtcTime.kept(at))
                .update();
    }

    public void answer(long id, String login, Instant at) {
        database.sql("UPDATE oncall_call SET answered_by = ?, closed_at = ? WHERE id = ? AND closed_at IS NULL")
                .params(login, UtcTime.kept(at), id)
                .update();
    }

    /** Nobody is called for it any more. */
    public void close(long id, Instant at) {
        database.sql("UPDATE oncall_call SET closed_at = ? WHERE id = ? AND closed_at IS NULL")
                .params(UtcTime.kept(at), id)
                .update();
    }

    private Optional<Call> find(long id, String lock) {
        return database.sql("SELECT * FROM oncall_call WHERE id = ?" + lock)
                .param(id)
                .query((row, i) -> read(row, attempts("call_id = ?", id)))
                .optional();
    }

    /** In their order, by call. */
    private Map<Long, List<Attempt>> attempts(String which, Object value) {
        var attempts = new HashMap<Long, List<Attempt>>();
        database.sql("SELECT call_id, login, called_at FROM oncall_attempt WHERE %s ORDER BY id".formatted(which))
                .param(value)
                .query(row -> {
                    attempts.computeIfAbsent(row.getLong("call_id"), call -> new ArrayList<>())
                            .add(new Attempt(row.getString("login"), UtcTime.read(row, "called_at")));
                });
        return attempts;
    }

    private static Call read(ResultSet row, Map<Long, List<Attempt>> attempts) throws SQLException {
        long id = row.getLong("id");
        return new Call(
                id,
                row.getString("call_key"),
                row.getString("case_number"),
                row.getString("queue"),
                row.getString("reason"),
                UtcTime.read(row, "opened_at"),
                attempts.getOrDefault(id, List.of()),
                row.getString("answered_by"),
                UtcTime.readIfAny(row, "closed_at"));
    }
}
