package io.casewright.message;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code mail} in the health answer and as metrics: how many letters wait and fail. Never DOWN, since cases go on while a mail server is
 * away; letters that wait long make it UNKNOWN, which leaves the application up.
 */
@Component("mailHealthIndicator")
class MailBacklog extends AbstractHealthIndicator {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    MailBacklog(JdbcClient database, Clock clock, MeterRegistry meters) {
        super("The letters cannot be read");
        this.database = database;
        this.clock = clock;
        Gauge.builder(
                        "casewright.letters.waiting",
                        this,
                        backlog -> backlog.read().waiting())
                .description("Letters that no mail server has taken yet")
                .register(meters);
        Gauge.builder(
                        "casewright.letters.oldest",
                        this,
                        backlog -> backlog.read().oldestSeconds())
                .description("Age of the oldest letter that waits")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Backlog backlog = read();
        health.status(backlog.oldestSeconds() < LONG.toSeconds() ? "UP" : "UNKNOWN")
                .withDetail("waiting", backlog.waiting())
                .withDetail("oldestSeconds", backlog.oldestSeconds())
                .withDetail("failedWithinADay", backlog.failed());
    }

    private Backlog read() {
        Instant now = clock.instant();
        return database.sql("""
                        SELECT COUNT(CASE WHEN delivery = 'WAITING' THEN 1 END) AS waiting,
                               COALESCE(TIMESTAMPDIFF(SECOND, MIN(CASE WHEN delivery = 'WAITING' THEN created_at END), :now), 0)
                                 AS oldest_seconds,
                               COUNT(CASE WHEN delivery = 'FAILED' THEN 1 END) AS failed
                        FROM message
                        WHERE delivery = 'WAITING' OR (delivery = 'FAILED' AND created_at > :lately)""")
                .param("now", Timestamp.from(now))
                .param("lately", Timestamp.from(now.minus(LATELY)))
                .query(Backlog.class)
                .single();
    }

    record Backlog(long waiting, long oldestSeconds, long failed) {}
}
