package io.casewright.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.casewright.platform.outbox.OutboxBacklog.Backlog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxBacklogTests {

    private static final Instant NOW = Instant.parse("2030-01-02T10:00:00Z");

    private final JdbcClient database = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final Outbox outbox = mock(Outbox.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OutboxBacklog backlog = new OutboxBacklog(database, outbox, Clock.fixed(NOW, ZoneOffset.UTC), meters);

    @Test
    void aLongBacklogThatShrinksIsNoFault() {
        waiting(1200, Duration.ofMinutes(10));
        lastDelivery(Duration.ofSeconds(1));
        assertThat(backlog.health().getStatus()).isEqualTo(Status.UP);
        assertThat(meters.get("casewright.outbox.standstill").gauge().value()).isEqualTo(1);
    }

    @Test
    void aBacklogFromWhichNothingLeavesIsToldAfterTwoMinutes() {
        waiting(1, Duration.ofMinutes(10));
        lastDelivery(Duration.ofSeconds(119));
        assertThat(backlog.health().getStatus()).isEqualTo(Status.UP);
        lastDelivery(Duration.ofMinutes(2));
        assertThat(backlog.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aNewEntryAfterAQuietDayIsNoFault() {
        waiting(1, Duration.ofSeconds(1));
        lastDelivery(Duration.ofDays(1));
        assertThat(backlog.health().getStatus()).isEqualTo(Status.UP);
    }

    private void waiting(long entries, Duration oldest) {
        when(database.sql(org.mockito.ArgumentMatchers.anyString())
                        .param(org.mockito.ArgumentMatchers.anyString(), org.mockito.ArgumentMatchers.any())
                        .query(Backlog.class)
                        .single())
                .thenReturn(new Backlog(entries, oldest.toSeconds()));
    }

    private void lastDelivery(Duration ago) {
        when(outbox.lastDelivery()).thenReturn(NOW.minus(ago));
    }
}
