package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * One engine per test, or per class of tests of decisions, with all models and forms deployed as one, as they lie in their
 * folders. Only this class and {@link EngineJournal} know which engine it is.
 */
final class EngineHarness implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLOCK_STEP = Duration.ofHours(6);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final int LOOKS_AT_REST = 2;
    private static final int LOOKS_AFTER_A_STEP = 8;
    private static final String COMPLETING = "task.completing";
    private static final String PROCESS_ENDED = "process.ended";
    private static final List<String> LISTENERS =
            List.of("task.creating", "task.assigning", "task.updating", COMPLETING, "task.canceling");

    private final boolean onePerClass;
    private final ModelCoverage coverage = new ModelCoverage();
    private final List<Record<?>> records = new ArrayList<>();
    private final Set<Long> listening = ConcurrentHashMap.newKeySet();
    private volatile String refusal = "";
    private long settledAt = -1;
    private Path folder;
    private LocalEngine engine;
    private CamundaClient client;

    private EngineHarness(boolean onePerClass) {
        this.onePerClass = onePerClass;
    }

    static EngineHarness perTest() {
        return new EngineHarness(false);
    }

    /** Decisions remember nothing, so all tests of a class share an engine; for a static field. */
    static EngineHarness forDecisions() {
        return new EngineHarness(true);
    }

    /** A job that some worker has to do. */
    record Job(
            long key,
            String elementId,
            int retries,
            long processInstanceKey,
            Map<String, String> headers,
            Map<String, Object> variables) {}

    /** An open user task with what its form is given. */
    record Task(long key, String elementId, Map<String, Object> variables) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (onePerClass) {
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!onePerClass) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!onePerClass) {
            coverage.add(journal().visited());
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (onePerClass) {
            stop();
        }
    }

    private void start() {
        records.clear();
        settledAt = -1;
        folder = newFolder();
        engine = LocalEngine.start(folder.resolve("state"), this::keep);
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(engine.grpcAddress()))
                .restAddress(URI.create(engine.restAddress()))
                .preferRestOverGrpc(false)
                .build();
        DeployResourceCommandStep2 deployment = null;
        for (var resource : ModelFiles.deployable().entrySet()) {
            byte[] content = resource.getValue().getBytes(StandardCharsets.UTF_8);
            deployment = deployment == null
                    ? client.newDeployResourceCommand().addResourceBytes(content, resource.getKey())
                    : deployment.addResourceBytes(content, resource.getKey());
        }
        assertThat(deployment).as("models to deploy").isNotNull();
        deployment.requestTimeout(PATIENCE).send().join();
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

    /** From now on no user task can be completed, for this reason; an empty one lets all be completed again. */
    void refuseCompletions(String reason) {
        refusal = reason;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "engines")), "engine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private void stop() {
        client.close();
        engine.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModelCoverage coverage() {
        return coverage;
    }

    EngineJournal journal() {
        settle();
        synchronized (records) {
            var until = List.copyOf(records);
            return new EngineJournal(RecordStream.of(() -> until));
        }
    }

    long start(String processId, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    long startAt(String processId, String elementId, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .startBeforeElement(elementId)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** What a decision says, as JSON. */
    String evaluate(String decisionId, Map<String, Object> variables) {
        return client.newEvaluateDecisionCommand()
                .decisionId(decisionId)
                .variables(variables)
                .send()
                .join()
                .getDecisionOutput();
    }

    void publish(String message, String correlationKey, Duration timeToLive, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey)
                .timeToLive(timeToLive)
                .variables(variables)
                .send()
                .join();
    }

    Job awaitJob(String type) {
        settle();
        var jobs = client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .timeout(Duration.ofDays(365))
                .requestTimeout(PATIENCE)
                .send()
                .join()
                .getJobs();
        assertThat(jobs).as("jobs of type " + type).hasSize(1);
        var job = jobs.getFirst();
        return new Job(
                job.getKey(),
                job.getElementId(),
                job.getRetries(),
                job.getProcessInstanceKey(),
                job.getCustomHeaders(),
                job.getVariablesAsMap());
    }

    void complete(Job job, Map<String, Object> variables) {
        client.newCompleteCommand(job.key()).variables(variables).send().join();
    }

    /** The only user task that is open. */
    Task onlyTask() {
        var open = openTasks();
        assertThat(open).as("open user tasks").hasSize(1);
        return task(open.getFirst());
    }

    /** Of the open user tasks at the element the newest. */
    Task newestTask(String elementId) {
        var open = openTasks();
        assertThat(open)
                .extracting(UserTask::getElementId)
                .as("open user tasks")
                .contains(elementId);
        return task(open.stream()
                .filter(each -> each.getElementId().equals(elementId))
                .max(Comparator.comparingLong(UserTask::getUserTaskKey))
                .orElseThrow());
    }

    void complete(Task task, Map<String, Object> answers) {
        client.newCompleteUserTaskCommand(task.key()).variables(answers).send().join();
    }

    private List<UserTask> openTasks() {
        settle();
        return client.newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED))
                .send()
                .join()
                .items();
    }

    private Task task(UserTask found) {
        var variables = new HashMap<String, Object>();
        client.newUserTaskVariableSearchRequest(found.getUserTaskKey())
                .send()
                .join()
                .items()
                .forEach(each -> variables.put(each.getName(), EngineJournal.parsed(each.getValue())));
        return new Task(found.getUserTaskKey(), found.getElementId(), variables);
    }

    /** Moves the engine's clock in small steps, since a big one can pass over a timer. */
    void letTimePass(Duration time) {
        settle();
        for (Duration left = time; left.isPositive(); left = left.minus(CLOCK_STEP)) {
            engine.increaseTime(left.compareTo(CLOCK_STEP) < 0 ? left : CLOCK_STEP);
            settle(LOOKS_AFTER_A_STEP);
        }
    }

    private void settle() {
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
