package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test of a class the engine as if nothing had happened there yet. Only the classes named after the engine know which one it is. */
final class EngineHarness implements AfterEachCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ModelCoverage coverage = new ModelCoverage();

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
    public void afterEach(ExtensionContext context) {
        coverage.add(journal().visited());
        engine().clear();
    }

    private static SharedEngine engine() {
        return SharedEngine.get();
    }

    private static CamundaClient client() {
        return engine().client();
    }

    ModelCoverage coverage() {
        return coverage;
    }

    EngineJournal journal() {
        return engine().journal();
    }

    /** What the engine's clock says. */
    Instant now() {
        return engine().now();
    }

    void letTimePass(Duration time) {
        engine().letTimePass(time);
    }

    /** From now on no user task can be completed, for this reason; an empty one lets all be completed again. */
    void refuseCompletions(String reason) {
        engine().refuseCompletions(reason);
    }

    long start(String processId, Map<String, Object> variables) {
        return client().newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    long startAt(String processId, String elementId, Map<String, Object> variables) {
        return client().newCreateInstanceCommand()
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
        return client().newEvaluateDecisionCommand()
                .decisionId(decisionId)
                .variables(variables)
                .send()
                .join()
                .getDecisionOutput();
    }

    void publish(String message, String correlationKey, Duration timeToLive, Map<String, Object> variables) {
        engine().publish(message, correlationKey, timeToLive, variables);
    }

    Job awaitJob(String type) {
        engine().settle();
        var jobs = client().newActivateJobsCommand()
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
        client().newCompleteCommand(job.key()).variables(variables).send().join();
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
        client().newCompleteUserTaskCommand(task.key())
                .variables(answers)
                .send()
                .join();
    }

    private List<UserTask> openTasks() {
        engine().settle();
        return client().newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED))
                .send()
                .join()
                .items();
    }

    private Task task(UserTask found) {
        var variables = new HashMap<String, Object>();
        client().newUserTaskVariableSearchRequest(found.getUserTaskKey())
                .send()
                .join()
                .items()
                .forEach(each -> variables.put(each.getName(), EngineJournal.parsed(each.getValue())));
        return new Task(found.getUserTaskKey(), found.getElementId(), variables);
    }
}
