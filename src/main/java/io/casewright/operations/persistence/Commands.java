package io.casewright.operations.persistence;

import io.casewright.operations.domain.Cause;
import io.casewright.operations.domain.Command;
import io.casewright.operations.domain.RetryRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Who had incidents retried, and what came of it. */
@Component
public class Commands {

    private static final Duration LOST = Duration.ofMinutes(2);

    private final JdbcClient database;

    Commands(JdbcClient database) {
        this.database = database;
    }

    /**
     * Begins a command.
     *
     * @return its id; empty while another one of the same cause runs
     */
    public OptionalLong begin(Cause cause, int wanted, String person, String personName, Instant now) {
        breakOff(now);
        var key = new GeneratedKeyHolder();
        try {
            database.sql("""
                            INSERT INTO operations_command
                              (cause, process_id, element_id, person, person_name, started_at, wanted, state, beat_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?)""")
                    .params(
                            cause.id(),
                            cause.processId(),
                            cause.elementId(),
                            person,
                            personName,
                            kept(now),
                            wanted,
                            kept(now))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** Says how far it got. */
    public void progress(long id, RetryRun run, Instant now) {
        database.sql("UPDATE operations_command SET resolved = ?, failed = ?, under_way = ?, beat_at = ? WHERE id = ?")
                .params(run.resolvedCount(), run.failedCount(), run.underWayCount(), kept(now), id)
                .update();
    }

    /** @param reason why it ended before all were tried; empty when it did not */
    public void end(long id, Command.State state, String reason, Instant now) {
        database.sql("UPDATE operations_command SET state = ?, reason = ?, ended_at = ?, beat_at = ? WHERE id = ?")
                .params(state.name(), reason, kept(now), kept(now), id)
                .update();
    }

    /** The latest, the newest first. */
    public List<Command> latest(int atMost, Instant now) {
        breakOff(now);
        return database.sql("SELECT * FROM operations_command ORDER BY id DESC LIMIT ?")
                .param(atMost)
                .query((row, i) -> command(row))
                .list();
    }

    private void breakOff(Instant now) {
        database.sql("UPDATE operations_command SET state = 'BROKEN_OFF', ended_at = beat_at,"
                        + " reason = 'The application ended while it ran.' WHERE state = 'RUNNING' AND beat_at < ?")
                .param(kept(now.minus(LOST)))
                .update();
    }

    private static Command command(ResultSet row) throws SQLException {
        return new Command(
                row.getLong("id"),
                row.getString("cause"),
                row.getString("process_id"),
                row.getString("element_id"),
                row.getString("person"),
                row.getString("person_name"),
                Objects.requireNonNull(instant(row, "started_at")),
                row.getInt("wanted"),
                row.getInt("resolved"),
                row.getInt("failed"),
                row.getInt("under_way"),
                Command.State.valueOf(row.getString("state")),
                row.getString("reason"),
                Objects.requireNonNull(instant(row, "beat_at")),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var kept = row.getObject(column, LocalDateTime.class);
        return kept == null ? null : kept.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime kept(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
