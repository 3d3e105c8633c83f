package io.casewright.platform.engine.place;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.value.JobWorkerValue;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy.ExceptionHandlingContext;
import io.camunda.client.jobhandling.JobWorkerManager;
import io.camunda.client.jobhandling.parameter.ParameterResolverStrategy;
import io.camunda.client.jobhandling.result.ResultProcessorStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import io.casewright.platform.engine.ProcessFlow.JobMeaning;
import io.casewright.platform.engine.place.StepKeys.StepKey;
import io.casewright.platform.time.InTime;
import io.casewright.platform.trace.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The job workers: each job's place is written down before its worker acts. They begin when the engine has the models and
 * all that was open goes on in it, not before.
 */
@Component
@Primary
public class PlacedWorkers extends JobWorkerManager {

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final KeepPlaces places;
    private final Traces traces;
    private final JobExceptionHandlingStrategy failures;
    private final List<Held> held = new ArrayList<>();
    private boolean mayBegin;

    PlacedWorkers(
            CommandExceptionHandlingStrategy commands,
            MetricsRecorder metrics,
            ParameterResolverStrategy parameters,
            ResultProcessorStrategy results,
            BackoffSupplier backoff,
            JobExceptionHandlingStrategy failures,
            KeepPlaces places,
            Traces traces) {
        super(commands, metrics, parameters, results, backoff, failures);
        this.places = places;
        this.traces = traces;
        this.failures = failures;
    }

    /** Lets the workers begin, those too that are still to come. */
    public synchronized void begin() {
        mayBegin = true;
        held.forEach(Held::open);
        held.clear();
    }

    @Override
    public synchronized JobWorker openWorker(CamundaClient engine, JobWorkerValue value, JobHandler handler) {
        if (places.areKeptFor(value.getType())) {
            // All that a step can see belongs to its place.
            value.setFetchVariables(List.of());
        }
        var worker = new Held(() -> super.openWorker(engine, value, traced(value, placed(value, handler))));
        if (mayBegin) {
            worker.open();
        } else {
            held.add(worker);
        }
        return worker;
    }

    /** Not longer than a few seconds: a worker that just opens its stream at an engine that is away keeps others waiting. */
    @Override
    public void closeAllOpenWorkers() {
        InTime.run(CLOSING, this::closeAll);
    }

    private synchronized void closeAll() {
        held.clear();
        super.closeAllOpenWorkers();
    }

    /** The job goes on with the trace of what led to its process. */
    private JobHandler traced(JobWorkerValue value, JobHandler handler) {
        return (engine, job) -> {
            var variables = job.getVariablesAsMap();
            traces.<Exception>goOn(
                    variables.get(Traces.VARIABLE),
                    value.getType(),
                    variables.get("caseNumber"),
                    () -> handler.handle(engine, job));
        };
    }

    private JobHandler placed(JobWorkerValue value, JobHandler handler) {
        return (engine, job) -> {
            var meaning = places.meaningOf(job.getBpmnProcessId(), job.getElementId(), job.getType());
            if (meaning == JobMeaning.OTHER) {
                handler.handle(engine, job);
                return;
            }
            var visit = Visit.of(job);
            StepKey stepKey;
            try {
                stepKey = enter(visit, meaning);
            } catch (RuntimeException e) {
                failures.handleException(e, new ExceptionHandlingContext(engine, job, value));
                return;
            }
            // What was the last step of its way is over as soon as the engine is about to hear of it.
            var told =
                    meaning == JobMeaning.STEP ? new LeavingJobClient(engine, () -> places.leftIfLast(visit)) : engine;
            handler.handle(told, StepKeys.with(stepKey, job));
        };
    }

    private @Nullable StepKey enter(Visit visit, JobMeaning meaning) {
        if (meaning == JobMeaning.TASK_CANCELED) {
            places.left(visit);
            return null;
        }
        return places.begin(visit);
    }

    /** Opens when it may. */
    private static final class Held implements JobWorker {

        private final Supplier<JobWorker> opening;
        private @Nullable JobWorker worker;
        private boolean closed;

        Held(Supplier<JobWorker> opening) {
            this.opening = opening;
        }

        synchronized void open() {
            if (!closed) {
                worker = opening.get();
            }
        }

        @Override
        public synchronized boolean isOpen() {
            return worker != null && worker.isOpen();
        }

        @Override
        public synchronized boolean isClosed() {
            return closed || worker != null && worker.isClosed();
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (worker != null) {
                worker.close();
            }
        }
    }
}
