package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.FailJobCommandStep1;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobFailuresTests {

    private final JobClient engine = mock(JobClient.class);
    private final FailJobCommandStep1 failure = mock(FailJobCommandStep1.class);
    private final FailJobCommandStep1.FailJobCommandStep2 told =
            mock(FailJobCommandStep1.FailJobCommandStep2.class, RETURNS_SELF);

    @Test
    void pausesGrowWithEachAttemptAndStayBelowAJobsTime() {
        assertThat(IntStream.of(4, 3, 2, 1, 0).mapToObj(JobFailures::pauseBefore))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(40));
    }

    @Test
    void moreRetriesThanUsualDoNotBreakThePause() {
        assertThat(JobFailures.pauseBefore(40)).isEqualTo(Duration.ofSeconds(1));
        assertThat(JobFailures.pauseBefore(-200)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aFailedAttemptIsToldAfterItsPauseAndGivenOutAgainAtOnce() throws Exception {
        fails(5, Duration.ofMinutes(1));
        verify(failure, never()).retries(anyInt());
        verify(told, timeout(5_000)).send();
        verify(failure).retries(4);
        verify(told).errorMessage(contains("(case: CW-2026-000001): IllegalStateException: The disk is full."));
        verify(told).retryBackoff(Duration.ZERO);
    }

    @Test
    void theLastAttemptIsToldAtOnce() throws Exception {
        fails(1, Duration.ofMinutes(1));
        verify(failure).retries(0);
        verify(told).send();
    }

    @Test
    void anAttemptThatTookLongIsToldBeforeTheEngineGivesTheJobToAnother() throws Exception {
        fails(2, Duration.ofSeconds(6));
        verify(told, timeout(5_000)).send();
    }

    private void fails(int retries, Duration timeLeft) throws Exception {
        var job = mock(ActivatedJob.class);
        when(job.getRetries()).thenReturn(retries);
        when(job.getDeadline()).thenReturn(System.currentTimeMillis() + timeLeft.toMillis());
        when(job.getType()).thenReturn("casefile.registerCase");
        when(job.getVariablesAsMap()).thenReturn(Map.of("caseNumber", "CW-2026-000001"));
        when(engine.newFailCommand(job.getKey())).thenReturn(failure);
        when(failure.retries(anyInt())).thenReturn(told);
        doReturn(mock(CamundaFuture.class, RETURNS_DEEP_STUBS)).when(told).send();
        new JobFailures()
                .jobFailureStrategy(mock(CommandExceptionHandlingStrategy.class), mock(MetricsRecorder.class))
                .handleException(
                        new IllegalStateException("The disk is full"),
                        new ExceptionHandlingContext(engine, job, mock(JobWorkerValue.class)));
    }
}
