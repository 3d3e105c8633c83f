package io.casewright.message;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code mail} in the health answer: how many letters wait and fail. Never DOWN, since cases go on while a mail server is
 * away; letters that wait long make it UNKNOWN, which leaves the application up.
 */
@Component("mailHealthIndicator")
class MailBacklog extends AbstractHealthIndicator {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    MailBacklog(JdbcClient database, Clock clock) {
        super("The letters cannot be read");
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant now = clock.instant();
        var waiting = database.sql(
                        "SELECT COUNT(*) AS letters, MIN(created_at) AS oldest FROM message WHERE delivery = 'WAITING'")
                .query(Waiting.class)
                .single();
        int failed = database.sql("SELECT COUNT(*) FROM message WHERE delivery = 'FAILED' AND created_at > :since")
                .param("since", Timestamp.from(now.minus(LATELY)))
                .query(Integer.class)
                .single();
        long oldest = waiting.oldest() == null
                ? 0
                : Duration.between(waiting.oldest(), now).toSeconds();
        health.status(oldest < LONG.toSeconds() ? "UP" : "UNKNOWN")
                .withDetail("waiting", waiting.letters())
                .withDetail("oldestSeconds", oldest)
                .withDetail("failedWithinADay", failed);
    }

    record Waiting(long letters, @Nullable Instant oldest) {}
}
