package io.casewright.operations.persistence;

import io.casewright.operations.domain.Waiting;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operations need from the tables of other modules. */
@Component
public class OperationsReads {

    private static final String THIS_ENGINE = "(SELECT MAX(g.id) FROM engine_generation g)";

    private final JdbcClient database;

    OperationsReads(JdbcClient database) {
        this.database = database;
    }

    /** Numbers of the cases, else of what the processes are about, by the keys of the instances. */
    public Map<Long, String> numbersOf(Collection<Long> processInstances) {
        var numbers = new HashMap<Long, String>();
        if (processInstances.isEmpty()) {
            return numbers;
        }
        database.sql("""
                        SELECT process_instance_key AS instance, MAX(COALESCE(case_number, reference)) AS number
                        FROM user_task WHERE generation = %s AND process_instance_key IN (:instances)
                        GROUP BY process_instance_key
                        UNION ALL
                        SELECT process_instance_key, number FROM support_case WHERE process_instance_key IN (:instances)""".formatted(THIS_ENGINE))
                .param("instances", processInstances)
                .query((RowCallbackHandler) row -> {
                    String number = row.getString("number");
                    if (number != null) {
                        numbers.put(row.getLong("instance"), number);
                    }
                });
        return numbers;
    }

    /** What waits in the outbox though its time has come, or in vain, by kind and message; what has waited longest comes first. */
    public List<Waiting> waiting() {
        return database.sql("""
                        SELECT task_name, message, COUNT(*) AS entries,
                               TIMESTAMPDIFF(SECOND, MIN(since), CURRENT_TIMESTAMP(6)) AS oldest,
                               SUM(failures > 0) AS failing, MAX(failures) AS most_failures
                        FROM (SELECT task_name, COALESCE(consecutive_failures, 0) AS failures,
                                     IF(COALESCE(consecutive_failures, 0) > 0, created_at, execution_time) AS since,
                                     CASE WHEN task_name = 'engine-message' AND JSON_VALID(CONVERT(task_data USING utf8mb4))
                                          THEN COALESCE(JSON_UNQUOTE(JSON_EXTRACT(CONVERT(task_data USING utf8mb4), '$.name')), '')
                                          ELSE '' END AS message
                              FROM scheduled_tasks
                              WHERE task_instance <> 'recurring'
                                AND (execution_time <= CURRENT_TIMESTAMP(6) OR consecutive_failures > 0)) entry
                        GROUP BY task_name, message ORDER BY oldest DESC, task_name, message""")
                .query((row, i) -> new Waiting(
                        row.getString("task_name"),
                        row.getString("message"),
                        row.getLong("entries"),
                        row.getLong("oldest"),
                        row.getLong("failing"),
                        row.getInt("most_failures")))
                .list();
    }

    /** When these tasks of the engine were written down here, by their keys. */
    public Map<Long, Instant> writtenDown(Collection<Long> taskKeys) {
        var written = new HashMap<Long, Instant>();
        if (taskKeys.isEmpty()) {
            return written;
        }
        database.sql("SELECT task_key, created_at FROM user_task WHERE generation = " + THIS_ENGINE
                        + " AND task_key IN (:keys)")
                .param("keys", taskKeys)
                .query((RowCallbackHandler) row -> written.put(
                        row.getLong("task_key"),
                        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        return written;
    }

    /** When listeners told of a new task last; empty when they never did. */
    public Optional<Instant> lastTold() {
        return database.sql("SELECT created_at FROM user_task ORDER BY id DESC LIMIT 1")
                .query(LocalDateTime.class)
                .optional()
                .map(at -> at.toInstant(ZoneOffset.UTC));
    }
}
