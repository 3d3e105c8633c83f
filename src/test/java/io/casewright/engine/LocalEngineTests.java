package io.casewright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine as Camunda's own client meets it. */
class LocalEngineTests {

    private static final String FORM = "{\"id\": \"look\", \"type\": \"default\", \"components\": []}";

    @TempDir
    private Path folder;

    private LocalEngine engine;
    private CamundaClient client;
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        engine = LocalEngine.start(folder.resolve("state"), record -> {});
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(engine.grpcAddress()))
                .restAddress(URI.create(engine.restAddress()))
                .preferRestOverGrpc(false)
                .build();
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("looked-at")
                                .name("Looked at")
                                .startEvent()
                                .userTask(
                                        "look",
                                        task -> task.name("Look at it")
                                                .zeebeUserTask()
                                                .zeebeFormId("look")
                                                .zeebeCandidateGroups("billing")
                                                .zeebeTaskPriority("70")
                                                .zeebeTaskListener(listener -> listener.completing()
                                                        .type("check")
                                                        .retries("1")))
                                .serviceTask(
                                        "work",
                                        task -> task.zeebeJobType("work").zeebeJobRetries("1"))
                                .endEvent()
                                .done(),
                        "looked-at.bpmn")
                .addResourceStringUtf8(FORM, "look.form")
                .send()
                .join();
    }

    @AfterEach
    void stop() {
        client.close();
        engine.close();
    }

    @Test
    void aTaskIsFoundAssignedReplannedAndHandedBack() {
        long task = aTask(Map.of("caseNumber", "CW-2026-000042")).getUserTaskKey();
        client.newAssignUserTaskCommand(task).assignee("demo").send().join();
        client.newUpdateUserTaskCommand(task)
                .priority(90)
                .candidateGroups(List.of("technical"))
                .send()
                .join();
        await().untilAsserted(() -> {
            var found = tasks().getFirst();
            assertThat(found.getName()).isEqualTo("Look at it");
            assertThat(found.getAssignee()).isEqualTo("demo");
            assertThat(found.getPriority()).isEqualTo(90);
            assertThat(found.getCandidateGroups()).containsExactly("technical");
        });
        client.newUnassignUserTaskCommand(task).send().join();
        await().untilAsserted(() -> assertThat(tasks().getFirst().getAssignee()).isNull());
    }

    @Test
    void aFormComesWithItsVariables() {
        long task = aTask(Map.of("caseNumber", "CW-2026-000042")).getUserTaskKey();
        assertThat(client.newUserTaskGetFormRequest(task)
                        .send()
                        .join()
                        .getSchema()
                        .toString())
                .contains("look");
        var variables =
                client.newUserTaskVariableSearchRequest(task).send().join().items();
        assertThat(variables).singleElement().satisfies(variable -> {
            assertThat(variable.getName()).isEqualTo("caseNumber");
            assertThat(variable.getValue()).isEqualTo("\"CW-2026-000042\"");
        });
    }

    @Test
    void aListenersRefusalReachesWhoCompletesAndTheTaskStaysOpen() {
        long task = aTask(Map.of()).getUserTaskKey();
        try (var listener = client.newWorker()
                .jobType("check")
                .handler((jobs, job) -> refuseWithoutFindings(job))
                .open()) {
            assertThatThrownBy(() -> client.newCompleteUserTaskCommand(task)
                            .variables(Map.of("findings", ""))
                            .send()
                            .join())
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(409);
                        assertThat(refusal.details().getDetail()).contains("Write down what you found.");
                    });
            assertThat(tasks()).hasSize(1);
            client.newCompleteUserTaskCommand(task)
                    .variables(Map.of("findings", "A full mailbox"))
                    .send()
                    .join();
        }
        await().untilAsserted(() -> assertThat(tasks()).isEmpty());
        assertThat(refusals).containsExactly("");
    }

    @Test
    void aTaskThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> client.newCompleteUserTaskCommand(42).send().join())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(404));
    }

    @Test
    void anIncidentIsFoundAndTheJobGoesOnAfterItsResolution() {
        long task = aTask(Map.of()).getUserTaskKey();
        var listening = client.newWorker()
                .jobType("check")
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                .open();
        client.newCompleteUserTaskCommand(task).send().join();
        listening.close();
        var job = client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .send()
                .join()
                .getJobs()
                .getFirst();
        client.newFailCommand(job)
                .retries(0)
                .errorMessage("The desk is closed")
                .send()
                .join();
        await().untilAsserted(() -> assertThat(incidents()).hasSize(1));
        var incident = client.newIncidentSearchRequest().send().join().items().getFirst();
        assertThat(incident.getErrorMessage()).isEqualTo("The desk is closed");
        client.newUpdateRetriesCommand(job.getKey()).retries(1).send().join();
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        await().untilAsserted(() -> assertThat(incidents()).isEmpty());
    }

    @Test
    void whatIsForgottenStopsNothing() {
        var first = aTask(Map.of());
        await().until(engine::isIdle);
        engine.forgetThePast();
        client.newAssignUserTaskCommand(first.getUserTaskKey())
                .assignee("demo")
                .send()
                .join();
        await().untilAsserted(() -> assertThat(tasks().getFirst().getAssignee()).isEqualTo("demo"));
    }

    @Test
    void itsVersionIsTold() {
        assertThat(client.newTopologyRequest().useRest().send().join().getGatewayVersion())
                .startsWith("8.8.");
    }

    private void refuseWithoutFindings(ActivatedJob job) {
        boolean empty = "".equals(job.getVariablesAsMap().get("findings"));
        if (empty) {
            refusals.add("");
        }
        client.newCompleteCommand(job.getKey())
                .useRest()
                .withResult(result -> result.forUserTask().deny(empty, empty ? "Write down what you found." : null))
                .send()
                .join();
    }

    private UserTask aTask(Map<String, Object> variables) {
        client.newCreateInstanceCommand()
                .bpmnProcessId("looked-at")
                .latestVersion()
                .variables(variables)
                .send()
                .join();
        await().until(() -> !tasks().isEmpty());
        return tasks().getFirst();
    }

    private List<UserTask> tasks() {
        return client.newUserTaskSearchRequest()
                .filter(filter -> filter.state(io.camunda.client.api.search.enums.UserTaskState.CREATED))
                .send()
                .join()
                .items();
    }

    private List<?> incidents() {
        return client.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .send()
                .join()
                .items();
    }

    @Test
    void whoDoesNotKnowItsLoginIsServedByNeitherInterface() {
        var login = EngineLogin.made("casewright");
        try (var guarded = LocalEngine.start(0, 0, login, folder.resolve("guarded"), record -> {});
                var stranger = clientOf(guarded, null);
                var other = clientOf(guarded, new EngineLogin("casewright", "guessed"));
                var known = clientOf(guarded, login)) {
            for (var turnedAway : List.of(stranger, other)) {
                assertThatThrownBy(() ->
                                turnedAway.newTopologyRequest().useRest().send().join())
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("asks for its login");
                assertThatThrownBy(() ->
                                turnedAway.newTopologyRequest().useGrpc().send().join())
                        .hasMessageContaining("asks for its login");
                assertThatThrownBy(() -> turnedAway
                                .newPublishMessageCommand()
                                .messageName("x")
                                .correlationKey("y")
                                .send()
                                .join())
                        .hasMessageContaining("asks for its login");
            }
            assertThat(known.newTopologyRequest().useRest().send().join().getBrokers())
                    .hasSize(1);
            assertThat(known.newTopologyRequest().useGrpc().send().join().getBrokers())
                    .hasSize(1);
        }
    }

    private static CamundaClient clientOf(LocalEngine engine, EngineLogin login) {
        var client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(engine.grpcAddress()))
                .restAddress(URI.create(engine.restAddress()))
                .preferRestOverGrpc(false);
        return (login == null
                        ? client
                        : client.credentialsProvider(new BasicAuthCredentialsProviderBuilder()
                                .username(login.user())
                                .password(login.password())
                                .build()))
                .build();
    }
}
