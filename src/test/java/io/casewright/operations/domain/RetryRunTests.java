package io.casewright.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryRunTests {

    private final RetryRun run = new RetryRun();

    @Test
    void fiveEqualFailuresInARowStopIt() {
        for (int i = 1; i <= 4; i++) {
            run.failed("Case CW-2026-00000" + i + " is closed");
            assertThat(run.isStopped()).isFalse();
            assertThat(run.next()).isEqualTo(5 - i);
        }
        run.failed("Case CW-2026-000005 is closed");
        assertThat(run.isStopped()).isTrue();
    }

    @Test
    void oneThatGoesOnStartsTheRowAnew() {
        IntStream.range(0, 4).forEach(i -> run.failed("The disk is full"));
        run.resolved();
        run.failed("The disk is full");
        assertThat(run.isStopped()).isFalse();
        assertThat(run.next()).isEqualTo(4);
    }

    @Test
    void anotherReasonStartsTheRowAnew() {
        IntStream.range(0, 4).forEach(i -> run.failed("The disk is full"));
        run.failed("The desk is closed");
        assertThat(run.next()).isEqualTo(4);
    }

    @Test
    void pausesGrowWithFailuresToHalfAMinuteAndShrinkAgain() {
        int first = run.pause();
        run.failed("a");
        assertThat(run.pause()).isEqualTo(2 * first);
        IntStream.range(0, 40).forEach(i -> run.failed(i % 2 == 0 ? "b" : "c"));
        assertThat(run.pause()).isEqualTo(30_000);
        IntStream.range(0, 40).forEach(i -> run.resolved());
        assertThat(run.pause()).isEqualTo(first);
    }
}
