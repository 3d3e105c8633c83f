package io.casewright.platform.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.SerializationException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the outbox that no further try would deliver: they hold up nothing, and wait for a person to decide. */
@Component
public class SetAside {

    /** A refusal may be a passing fault of the receiver, so it must be heard so often in a row. */
    private static final int REFUSALS = 3;

    private static final int MOST_REASON = 500;

    private final JdbcClient database;
    private final Scheduler scheduler;
    private final Clock clock;

    SetAside(JdbcClient database, @Lazy Scheduler scheduler, Clock clock) {
        this.database = database;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * An entry that was set aside.
     *
     * @param kind of entry
     * @param id of the entry within its kind
     * @param data as JSON; null when it has none
     */
    public record Entry(String kind, String id, @Nullable String data, String reason, Instant since) {}

    /** The oldest entries, so many at most. */
    public List<Entry> entries(int most) {
        return database.sql("SELECT task_name, task_instance, task_data, reason, aside_at FROM outbox_aside"
                        + " ORDER BY aside_at, task_name, task_instance LIMIT ?")
                .param(most)
                .query(SetAside::entry)
                .list();
    }

    public long count() {
        return database.sql("SELECT COUNT(*) FROM outbox_aside")
                .query(Long.class)
                .single();
    }

    /**
     * Puts the entry back into the outbox, to be delivered at once.
     *
     * @return false when it is not here any more
     */
    @Transactional
    public boolean sendAgain(String kind, String id) {
        database.sql("""
                        INSERT IGNORE INTO scheduled_tasks
                          (task_name, task_instance, task_data, execution_time, picked, version, priority, created_at)
                        SELECT task_name, task_instance, task_data, CURRENT_TIMESTAMP(6), FALSE, 1, priority, created_at
                        FROM outbox_aside WHERE task_name = ? AND task_instance = ?""").params(kind, id).update();
        Outbox.wakeAfterCommit(scheduler);
        return discard(kind, id);
    }

    /** @return false when it is not here any more */
    @Transactional
    public boolean discard(String kind, String id) {
        return database.sql("DELETE FROM outbox_aside WHERE task_name = ? AND task_instance = ?")
                        .params(kind, id)
                        .update()
                > 0;
    }

    /** Sets an entry aside that is of no use to try again; what else failed is left to the other. */
    <T> FailureHandler<T> or(FailureHandler<T> tryAgain) {
        return (complete, operations) -> {
            var reason = reasonIn(complete);
            if (reason.isPresent() && complete.getExecution().consecutiveFailures + 1 >= REFUSALS) {
                keep(complete.getExecution().taskInstance, reason.get());
                operations.remove();
            } else {
                tryAgain.onFailure(complete, operations);
            }
        };
    }

    private void keep(TaskInstanceId entry, String reason) {
        database.sql("""
                        INSERT INTO outbox_aside (task_name, task_instance, task_data, priority, created_at, reason, aside_at)
                        SELECT task_name, task_instance, task_data, priority, created_at, :reason, :now
                        FROM scheduled_tasks WHERE task_name = :kind AND task_instance = :id
                        ON DUPLICATE KEY UPDATE reason = VALUES(reason), aside_at = VALUES(aside_at)""")
                .param("reason", reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON))
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("kind", entry.getTaskName())
                .param("id", entry.getId())
                .update();
    }

    private static Optional<String> reasonIn(ExecutionComplete failed) {
        return Stream.iterate(failed.getCause().orElse(null), cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> switch (cause) {
                    case Undeliverable e -> Stream.of(String.valueOf(e.getMessage()));
                    case SerializationException e -> Stream.of("What is kept of it cannot be read by this version.");
                    default -> Stream.empty();
                })
                .findFirst();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        byte @Nullable [] data = row.getBytes("task_data");
        return new Entry(
                row.getString("task_name"),
                row.getString("task_instance"),
                data == null ? null : new String(data, StandardCharsets.UTF_8),
                row.getString("reason"),
                row.getObject("aside_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
