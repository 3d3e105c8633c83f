package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobFailuresTests {

    @Test
    void pausesGrowWithEachAttempt() {
        assertThat(IntStream.of(4, 3, 2, 1, 0).mapToObj(JobFailures::pauseBefore))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(64),
                        Duration.ofSeconds(256));
    }

    @Test
    void moreRetriesThanUsualDoNotBreakThePause() {
        assertThat(JobFailures.pauseBefore(40)).isEqualTo(Duration.ofSeconds(1));
        assertThat(JobFailures.pauseBefore(-200)).isEqualTo(Duration.ofMinutes(5));
    }
}
