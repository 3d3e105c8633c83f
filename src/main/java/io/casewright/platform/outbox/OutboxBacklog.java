package io.casewright.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code outbox} in the health answer, and how much waits there since when, as metrics. Entries that may wait are told by
 * the module they belong to.
 */
@Component("outboxHealthIndicator")
class OutboxBacklog extends AbstractHealthIndicator {

    private static final Duration STUCK = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Outbox outbox;
    private final Clock clock;

    OutboxBacklog(JdbcClient database, Outbox outbox, Clock clock, MeterRegistry meters) {
        super("The outbox cannot be read");
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
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
        Gauge.builder("casewright.outbox.standstill", this, backlog -> backlog.standstill(backlog.read()))
                .description("How long entries have waited without any delivery")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Backlog backlog = read();
        health.status(standstill(backlog) < STUCK.toSeconds() ? "UP" : "DOWN")
                .withDetail("pending", backlog.pending())
                .withDetail("oldestSeconds", backlog.oldestSeconds());
    }

    /** A long backlog that shrinks is no fault; one from which nothing leaves is. */
    private long standstill(Backlog backlog) {
        long sinceDelivery =
                Duration.between(outbox.lastDelivery(), clock.instant()).toSeconds();
        return Math.min(backlog.oldestSeconds(), sinceDelivery);
    }

    private Backlog read() {
        return database.sql("""
                        SELECT COUNT(*) AS pending,
                               COALESCE(TIMESTAMPDIFF(SECOND, MIN(created_at), CURRENT_TIMESTAMP(6)), 0) AS oldest_seconds
                        FROM scheduled_tasks
                        WHERE task_instance <> 'recurring' AND task_name NOT IN (:mayWait)""")
                .param("mayWait", outbox.mayWait())
                .query(Backlog.class)
                .single();
    }

    record Backlog(long pending, long oldestSeconds) {}
}
