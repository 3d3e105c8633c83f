package io.casewright.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.casewright.platform.time.AsksForPause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * How technical trouble in a worker reaches the engine: one retry less, after a pause that grows with each attempt, and with
 * a message that names the case, so that the incident that follows the last attempt can be acted on. The client's own
 * default would retry at once. The pause is kept here (docs/adr/0010); should this program end meanwhile, the engine gives
 * the job to another when its time is over. Whoever was asked and wants a longer pause gets it.
 */
@Configuration(proxyBeanMethods = false)
class JobFailures {

    private static final Logger log = LoggerFactory.getLogger(JobFailures.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** Less than the time a worker has for a job, {@code camunda.client.worker.defaults.timeout}. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(40);

    /** Enough for the engine to hear of a failure. */
    private static final Duration TELLING = Duration.ofSeconds(5);

    private static final Duration LONGEST_ASKED_PAUSE = Duration.ofHours(1);
    private static final int USUAL_RETRIES = 5;

    private final ObjectProvider<CamundaClient> engine;

    JobFailures(ObjectProvider<CamundaClient> engine) {
        this.engine = engine;
    }

    @Bean
    @Primary
    JobExceptionHandlingStrategy jobFailureStrategy(
            CommandExceptionHandlingStrategy commands, MetricsRecorder metrics) {
        var standard = new DefaultJobExceptionHandlingStrategy(commands, metrics);
        return (failure, context) -> {
            if (failure instanceof CamundaError) {
                standard.handleException(failure, context);
                return;
            }
            var job = context.job();
            int left = Math.max(0, job.getRetries() - 1);
            Object caseNumber = job.getVariablesAsMap().getOrDefault("caseNumber", "not known yet");
            String message = FailureMessage.write(job.getType(), caseNumber, failure);
            log.warn("Job {} of element {}: {} attempts left", job.getKey(), job.getElementId(), left, failure);
            var told = CamundaError.jobError(message, null, left, Duration.ZERO, failure);
            if (left == 0) {
                standard.handleException(told, context);
            } else {
                CompletableFuture.delayedExecutor(pause(job, left, failure), TimeUnit.MILLISECONDS)
                        .execute(() -> tell(standard, told, context));
            }
        };
    }

    /** In milliseconds; no longer than the job is this worker's. */
    private long pause(ActivatedJob job, int attemptsLeft, Exception failure) {
        long usual = Math.min(pauseBefore(attemptsLeft).toMillis(), timeLeft(job));
        long asked = askedBy(failure).toMillis();
        return asked > usual && isKept(job, asked) ? asked : usual;
    }

    private boolean isKept(ActivatedJob job, long millis) {
        if (millis <= timeLeft(job)) {
            return true;
        }
        try {
            engine.getObject()
                    .newUpdateTimeoutCommand(job)
                    .timeout(Duration.ofMillis(millis).plus(TELLING))
                    .send()
                    .join();
            return true;
        } catch (ClientException e) {
            log.warn("Job {} cannot be kept for the pause of {} ms that was asked for", job.getKey(), millis, e);
            return false;
        }
    }

    private static Duration askedBy(Throwable failure) {
        Duration asked =
                failure instanceof AsksForPause asks ? asks.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        return asked.compareTo(LONGEST_ASKED_PAUSE) < 0 ? asked : LONGEST_ASKED_PAUSE;
    }

    /** Milliseconds in which the job is still this worker's, so that no other has it when the failure is told. */
    private static long timeLeft(ActivatedJob job) {
        return job.getDeadline() - System.currentTimeMillis() - TELLING.toMillis();
    }

    private static void tell(
            JobExceptionHandlingStrategy standard,
            CamundaError failure,
            JobExceptionHandlingStrategy.ExceptionHandlingContext context) {
        try {
            standard.handleException(failure, context);
        } catch (Exception e) {
            log.warn(
                    "The failure of job {} was not told; it is given out again",
                    context.job().getKey(),
                    e);
        }
    }

    /** 1 s, 4 s, 16 s, 40 s … by the number of attempts already made. */
    static Duration pauseBefore(int attemptsLeft) {
        int made = Math.max(0, USUAL_RETRIES - 1 - attemptsLeft);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(2 * made, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
