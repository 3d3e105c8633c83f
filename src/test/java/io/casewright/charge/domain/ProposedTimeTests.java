package io.casewright.charge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposedTimeTests {

    private static final Instant CLAIMED = Instant.parse("2026-11-30T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT1S, 1", "PT1M, 1", "PT1M0.000001S, 2", "PT44M59S, 45", "PT4H, 240"})
    void eachMinuteThatWasBegunCounts(Duration held, int minutes) {
        assertThat(held(held).minutes()).hasValue(minutes);
    }

    /** Who claims in the evening and sends in the morning did not work all night. */
    @Test
    void whatWasHeldTooLongIsNotGuessed() {
        assertThat(held(Duration.ofHours(4).plusSeconds(1)).minutes()).isEmpty();
        assertThat(held(Duration.ofMinutes(-1)).minutes()).isEmpty();
    }

    private static ProposedTime held(Duration held) {
        return new ProposedTime(1, "diagnose-case", "userTask_DiagnoseCase", CLAIMED, CLAIMED.plus(held));
    }
}
