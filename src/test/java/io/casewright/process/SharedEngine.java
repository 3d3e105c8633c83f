package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobKind;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.casewright.engine.LocalEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * One engine for all tests of a JVM, since to deploy the models takes longer than most tests. All models and forms are deployed as one, as
 * they lie in their folders. Each test leaves it as it found it, but for the time.
 */
final class SharedEngine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLOCK_STEP = Duration.ofHours(6);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final int LOOKS_AT_REST = 2;
    private static final int LOOKS_AFTER_A_STEP = 8;
    private static final String COMPLETING = "task.completing";
    private static final String PROCESS_ENDED = "process.ended";
    private static final List<String> LISTENERS =
            List.of("task.creating", "task.assigning", "task.updating", COMPLETING, "task.canceling");

    private final List<Record<?>> records = new ArrayList<>();
    private final Set<Long> listening = ConcurrentHashMap.newKeySet();
    private final LocalEngine engine;
    private final CamundaClient client;
    private Duration ahead = Duration.ZERO;
    private Duration buffered = Duration.ZERO;
    private volatile String refusal = "";
    private long settledAt = -1;

    private SharedEngine(Path folder) {
        engine = LocalEngine.start(folder.resolve("state"), this::keep);
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(engine.grpcAddress()))
                .restAddress(URI.create(engine.restAddress()))
                .preferRestOverGrpc(false)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
        deploy();
        LISTENERS.forEach(type -> client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> answer(job))
                .streamEnabled(true)
                .open());
        client.newWorker()
                .jobType(PROCESS_ENDED)
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                .streamEnabled(true)
                .open();
        settle();
        forget();
    }

    private static final class Started {

        static final SharedEngine ENGINE = new SharedEngine(newFolder());
    }

    static SharedEngine get() {
        return Started.ENGINE;
    }

    CamundaClient client() {
        return client;
    }

    /** What happened since the test began. */
    EngineJournal journal() {
        settle();
        synchronized (records) {
            var until = List.copyOf(records);
            return new EngineJournal(RecordStream.of(() -> until));
        }
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Moves the engine's clock in small steps, since a big one can pass over a timer. */
    void letTimePass(Duration time) {
        settle();
        for (Duration left = time; left.isPositive(); left = left.minus(CLOCK_STEP)) {
            var step = left.compareTo(CLOCK_STEP) < 0 ? left : CLOCK_STEP;
            engine.increaseTime(step);
            ahead = ahead.plus(step);
            settle(LOOKS_AFTER_A_STEP);
        }
    }

    void publish(String message, String correlationKey, Duration timeToLive, Object variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey)
                .timeToLive(timeToLive)
                .variables(variables)
                .send()
                .join();
        buffered = timeToLive.compareTo(buffered) > 0 ? timeToLive : buffered;
    }

    /** From now on no user task can be completed, for this reason; an empty one lets all be completed again. */
    void refuseCompletions(String reason) {
        refusal = reason;
    }

    /** Ends what a test left running and lets what it said run out. */
    void clear() {
        refusal = "";
        var running = journal().running();
        running.forEach(
                instance -> client.newCancelInstanceCommand(instance).send().join());
        if (buffered.isPositive()) {
            letTimePass(buffered.plusMinutes(2));
        }
        assertThat(journal().running()).as("what runs after a test").isEmpty();
        forget();
    }

    private void forget() {
        buffered = Duration.ZERO;
        engine.forgetThePast();
        synchronized (records) {
            records.clear();
        }
    }

    private void deploy() {
        DeployResourceCommandStep2 deployment = null;
        for (var resource : ModelFiles.deployable().entrySet()) {
            byte[] content = resource.getValue().getBytes(StandardCharsets.UTF_8);
            deployment = deployment == null
                    ? client.newDeployResourceCommand().addResourceBytes(content, resource.getKey())
                    : deployment.addResourceBytes(content, resource.getKey());
        }
        assertThat(deployment).as("models to deploy").isNotNull();
        deployment.requestTimeout(PATIENCE).send().join();
    }

    /** Plays the application's task listeners. */
    private void answer(ActivatedJob job) {
        String reason = job.getType().equals(COMPLETING) ? refusal : "";
        client.newCompleteCommand(job.getKey())
                .useRest()
                .withResult(result -> result.forUserTask().deny(!reason.isEmpty(), reason.isEmpty() ? null : reason))
                .send()
                .join();
    }

    private void keep(Record<?> record) {
        synchronized (records) {
            records.add(record);
        }
        if (record.getValue() instanceof JobRecordValue job && job.getJobKind() != JobKind.BPMN_ELEMENT) {
            switch ((JobIntent) record.getIntent()) {
                case CREATED -> listening.add(record.getKey());
                case COMPLETED, CANCELED -> listening.remove(record.getKey());
                default -> {
                    // Still to be answered.
                }
            }
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "engines")), "engine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop(Path folder) {
        client.close();
        engine.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void settle() {
        if (!isAtRest(settledAt)) {
            settle(LOOKS_AT_REST);
        }
    }

    /** Until nothing has happened for a few looks: what the engine does by itself, it does within that time. */
    private void settle(int looks) {
        int[] quiet = {0};
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .until(() -> {
                    quiet[0] = isAtRest(settledAt) ? quiet[0] + 1 : 0;
                    settledAt = engine.position();
                    return quiet[0] >= looks;
                });
    }

    private boolean isAtRest(long position) {
        return engine.isIdle() && listening.isEmpty() && engine.position() == position;
    }
}
