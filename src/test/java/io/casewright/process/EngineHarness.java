package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.process.test.filters.RecordStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One engine per test, or per class of tests of decisions, with all models and forms deployed as one. The only class that knows the deprecated Zeebe Process
 * Test: a successor replaces this class and {@link EngineJournal}.
 */
@SuppressWarnings("deprecation")
final class EngineHarness implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static final String USER_TASK_JOB = "io.camunda.zeebe:userTask";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLOCK_STEP = Duration.ofHours(6);

    private final boolean userTasksAsJobs;
    private final boolean onePerClass;
    private final ModelCoverage coverage = new ModelCoverage();
    private ZeebeTestEngine engine;
    private ZeebeClient client;

    private EngineHarness(boolean userTasksAsJobs, boolean onePerClass) {
        this.userTasksAsJobs = userTasksAsJobs;
        this.onePerClass = onePerClass;
    }

    /** The engine in memory cannot complete a Camunda user task, so the test completes it as a job. */
    static EngineHarness withUserTasksAsJobs() {
        return new EngineHarness(true, false);
    }

    static EngineHarness withModelsAsTheyAre() {
        return new EngineHarness(false, false);
    }

    /** Decisions remember nothing, so all tests of a class share an engine; for a static field. */
    static EngineHarness forDecisions() {
        return new EngineHarness(false, true);
    }

    /** A job that some worker, or an agent, has to do. */
    record Job(
            long key,
            String elementId,
            int retries,
            long processInstanceKey,
            Map<String, String> headers,
            Map<String, Object> variables) {}

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
        engine = EngineFactory.create();
        engine.start();
        client = engine.createClient();
        DeployResourceCommandStep2 deployment = null;
        for (var resource : ModelFiles.deployable(userTasksAsJobs).entrySet()) {
            byte[] content = resource.getValue().getBytes(StandardCharsets.UTF_8);
            deployment = deployment == null
                    ? client.newDeployResourceCommand().addResourceBytes(content, resource.getKey())
                    : deployment.addResourceBytes(content, resource.getKey());
        }
        assertThat(deployment).as("models to deploy").isNotNull();
        deployment.requestTimeout(PATIENCE).send().join();
        settle();
    }

    private void stop() {
        client.close();
        engine.stop();
    }

    ModelCoverage coverage() {
        return coverage;
    }

    EngineJournal journal() {
        settle();
        return new EngineJournal(RecordStream.of(engine.getRecordStreamSource()));
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
        settle();
    }

    Job awaitJob(String type) {
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
        settle();
    }

    /** Moves the engine's clock in small steps, since a big one can pass over a timer. */
    void letTimePass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minus(CLOCK_STEP)) {
            engine.increaseTime(left.compareTo(CLOCK_STEP) < 0 ? left : CLOCK_STEP);
            settle();
        }
    }

    private void settle() {
        try {
            engine.waitForIdleState(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine was busy", e);
        } catch (TimeoutException e) {
            throw new AssertionError("The engine did not come to rest within " + PATIENCE, e);
        }
    }
}
