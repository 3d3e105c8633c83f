package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FailJobCommandStep1;
import io.camunda.client.api.command.UpdateTimeoutJobCommandStep1;
import io.camunda.client.api.command.UpdateTimeoutJobCommandStep1.UpdateTimeoutJobCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import io.camunda.client.metrics.MetricsRecorder;
import io.casewright.platform.time.AsksForPause;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class JobFailuresTests {

    private static final class Busy extends RuntimeException implements AsksForPause {

        private final Duration pause;

        private Busy(Duration pause) {
            this.pause = pause;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(pause);
        }
    }

    private final JobClient engine = mock(JobClient.class);
    private final CamundaClient camunda = mock(CamundaClient.class);

    @SuppressWarnings("unchecked")
    private final ObjectProvider<CamundaClient> found = mock(ObjectProvider.class);

    private final UpdateTimeoutJobCommandStep1 newTime = mock(UpdateTimeoutJobCommandStep1.class);
    private final UpdateTimeoutJobCommandStep2 newTimeTold =
            mock(UpdateTimeoutJobCommandStep2.class, RETURNS_DEEP_STUBS);
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

    @Test
    void aPauseThatWasAskedForIsKeptAlthoughItIsLongerThanAJobsTime() throws Exception {
        fails(5, Duration.ofMinutes(1), new Busy(Duration.ofMinutes(5)));
        verify(newTime).timeout(Duration.ofMinutes(5).plusSeconds(5));
        verify(told, after(2_000).never()).send();
    }

    @Test
    void aShortPauseThatWasAskedForIsKeptAsAnyOther() throws Exception {
        fails(5, Duration.ofMinutes(1), new Busy(Duration.ofSeconds(2)));
        verify(newTime, never()).timeout(any(Duration.class));
        verify(told, after(1_200).never()).send();
        verify(told, timeout(5_000)).send();
    }

    @Test
    void aPauseThatCannotBeKeptIsTheUsualOne() throws Exception {
        when(newTimeTold.send()).thenThrow(new ClientException("The job is not there any more"));
        fails(5, Duration.ofMinutes(1), new Busy(Duration.ofMinutes(5)));
        verify(told, timeout(5_000)).send();
    }

    private void fails(int retries, Duration timeLeft) throws Exception {
        fails(retries, timeLeft, new IllegalStateException("The disk is full"));
    }

    private void fails(int retries, Duration timeLeft, Exception trouble) throws Exception {
        var job = mock(ActivatedJob.class);
        when(job.getRetries()).thenReturn(retries);
        when(job.getDeadline()).thenReturn(System.currentTimeMillis() + timeLeft.toMillis());
        when(job.getType()).thenReturn("casefile.registerCase");
        when(job.getVariablesAsMap()).thenReturn(Map.of("caseNumber", "CW-2026-000001"));
        when(engine.newFailCommand(job.getKey())).thenReturn(failure);
        when(failure.retries(anyInt())).thenReturn(told);
        doReturn(mock(CamundaFuture.class, RETURNS_DEEP_STUBS)).when(told).send();
        when(camunda.newUpdateTimeoutCommand(job)).thenReturn(newTime);
        when(newTime.timeout(any(Duration.class))).thenReturn(newTimeTold);
        when(found.getObject()).thenReturn(camunda);
        new JobFailures(found)
                .jobFailureStrategy(mock(CommandExceptionHandlingStrategy.class), mock(MetricsRecorder.class))
                .handleException(trouble, new ExceptionHandlingContext(engine, job, mock(JobWorkerValue.class)));
    }
}
