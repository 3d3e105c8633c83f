package io.casewright.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailedDeliveriesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void whatFailsForAnHourIsToldAFewTimesAndOnceWithAllThatIsKnown(CapturedOutput log) {
        for (int failures = 0; failures < 700; failures++) {
            new FailedDeliveries().onExecutionComplete(failed(failures));
        }
        assertThat(log.getOut().lines().filter(line -> line.contains("engine-message failed")))
                .hasSize(10);
        assertThat(log.getOut()).contains("at attempt 512: java.net.ConnectException: Refused");
        assertThat(log.getOut().lines().filter(line -> line.contains("\tat io.casewright")))
                .as("a trace of the stack, once")
                .hasSizeLessThan(10)
                .isNotEmpty();
    }

    @Test
    void whatCameThroughIsNotTold(CapturedOutput log) {
        new FailedDeliveries().onExecutionComplete(ExecutionComplete.success(execution(0), NOW, NOW));
        assertThat(log.getOut()).doesNotContain("engine-message");
    }

    private static ExecutionComplete failed(int failuresBefore) {
        return ExecutionComplete.failure(
                execution(failuresBefore),
                NOW,
                NOW,
                new IllegalStateException("The engine does not answer", new java.net.ConnectException("Refused")));
    }

    private static Execution execution(int failuresBefore) {
        return new Execution(
                NOW, new TaskInstance<>("engine-message", "one"), false, null, null, null, failuresBefore, NOW, 1);
    }
}
