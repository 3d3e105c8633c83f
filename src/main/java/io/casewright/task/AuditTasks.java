package io.casewright.task;

import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Desk's tasks and the engine's are the same. */
@Component
class AuditTasks implements AuditCheck {

    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final KeepTasks keepTasks;

    AuditTasks(JdbcClient database, KeepTasks keepTasks) {
        this.database = database;
        this.keepTasks = keepTasks;
    }

    @Override
    public List<Finding> look(EngineState engine) {
        var open = openBefore(LocalDateTime.ofInstant(engine.readAt().minus(YOUNG), ZoneOffset.UTC));
        var findings = new ArrayList<Finding>();
        open.stream()
                .filter(key -> !engine.tasks().contains(key))
                .sorted()
                .forEach(key -> findings.add(new Finding(
                        Kind.TASK_GONE,
                        "task " + key,
                        "is shown at the Desk, but the engine has it no more",
                        "It is taken off the lists; its process goes on without it.",
                        () -> keepTasks.canceled(key))));
        var known = knownOf(engine.tasks());
        engine.tasks().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> findings.add(new Finding(
                        Kind.TASK_UNKNOWN,
                        "task " + key,
                        "waits in the engine, but the Desk does not show it",
                        "See in the engine's own tools which listener of it has failed, and retry that.",
                        null)));
        return findings;
    }

    private Set<Long> openBefore(LocalDateTime time) {
        return new HashSet<>(database.sql("SELECT task_key FROM user_task WHERE generation = " + Tasks.THIS_ENGINE
                        + " AND state = 'OPEN' AND task_key IS NOT NULL AND created_at < ?")
                .param(time)
                .query(Long.class)
                .list());
    }

    private Set<Long> knownOf(Set<Long> keys) {
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql("SELECT task_key FROM user_task WHERE generation = " + Tasks.THIS_ENGINE
                                + " AND state <> 'CANCELED' AND task_key IN (:keys)")
                        .param("keys", keys)
                        .query(Long.class)
                        .list());
    }
}
