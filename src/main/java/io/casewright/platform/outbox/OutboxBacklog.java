package io.casewright.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code outbox} in the health answer, and how much waits there since when as metrics. */
@Component("outboxHealthIndicator")
class OutboxBacklog extends AbstractHealthIndicator {

    private static final Duration STUCK = Duration.ofMinutes(2);

    private final JdbcClient database;

    OutboxBacklog(JdbcClient database, MeterRegistry meters) {
        super("The outbox cannot be read");
        this.database = database;
        Gauge.builder(
                        "casewright.outbox.pending",
                        this,
                        backlog -> backlog.read().pending())
                .description("Entries that wait for their delivery")
                .register(meters);
        Gauge.builder(
                        "casewright.outbox.oldest",
                        this,
                        backlog -> backlog.read().oldestSeconds())
                .description("Age of the oldest entry")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Backlog backlog = read();
        health.status(backlog.oldestSeconds() < STUCK.toSeconds() ? "UP" : "DOWN")
                .withDetail("pending", backlog.pending())
                .withDetail("oldestSeconds", backlog.oldestSeconds());
    }

    private Backlog read() {
        return database.sql("""
                        SELECT COUNT(*) AS pending,
                               COALESCE(TIMESTAMPDIFF(SECOND, MIN(created_at), CURRENT_TIMESTAMP(6)), 0) AS oldest_seconds
                        FROM scheduled_tasks
                        WHERE task_instance <> 'recurring'""").query(Backlog.class).single();
    }

    record Backlog(long pending, long oldestSeconds) {}
}
