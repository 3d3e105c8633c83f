package io.casewright.statement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Drafts are made early on the first days of a month, where the partner is. */
class StatementSettingsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void draftsAreMadeOnTheFirstDaysOfTheMonth() {
        var settings = new StatementSettings(Duration.parse("PT5H30M"), 2, Duration.ofDays(90));
        assertThat(nextAfter(settings, "2026-11-30T22:00:00Z")).isEqualTo("2026-12-01T04:30:00Z");
        assertThat(nextAfter(settings, "2026-12-01T04:30:00Z")).isEqualTo("2026-12-02T04:30:00Z");
        assertThat(nextAfter(settings, "2026-12-02T04:30:00Z")).isEqualTo("2027-01-01T04:30:00Z");
    }

    @Test
    void whatIsNoTimeOfTheDayIsRefused() {
        assertThatThrownBy(() -> new StatementSettings(Duration.ofHours(24), 3, Duration.ofDays(90)))
                .hasMessageContaining("drafts-at");
        assertThatThrownBy(() -> new StatementSettings(Duration.ofHours(5), 3, Duration.ZERO))
                .hasMessageContaining("link-valid");
    }

    private static String nextAfter(StatementSettings settings, String instant) {
        return Schedules.cron(settings.cron(), BERLIN)
                .getNextExecutionTime(ExecutionComplete.simulatedSuccess(Instant.parse(instant)))
                .toString();
    }
}
