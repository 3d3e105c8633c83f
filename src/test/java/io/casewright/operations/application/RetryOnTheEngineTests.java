package io.casewright.operations.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.casewright.access.Person;
import io.casewright.access.Role;
import io.casewright.engine.LocalEngine;
import io.casewright.operations.domain.Command;
import io.casewright.operations.persistence.Commands;
import io.casewright.operations.persistence.OperationsReads;
import io.casewright.platform.engine.EngineFigures;
import io.casewright.platform.engine.Incidents;
import io.casewright.platform.engine.ProcessModels;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Incidents of a real engine, grouped, retried and gone. */
class RetryOnTheEngineTests {

    private static final int PATIENCE = 60_000;
    private static final Person ERIN = new Person("operations", "Erin", Set.of(Role.OPERATIONS), Set.of());

    @TempDir
    private Path folder;

    private final Commands commands = mock(Commands.class);
    private LocalEngine engine;
    private CamundaClient client;
    private GroupIncidents groups;
    private EngineFigures figures;
    private RetryIncidents retryIncidents;

    @BeforeEach
    void start() throws Exception {
        engine = LocalEngine.start(folder.resolve("state"), record -> {});
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(engine.grpcAddress()))
                .restAddress(URI.create(engine.restAddress()))
                .preferRestOverGrpc(false)
                .build();
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("two-causes")
                                .name("Two causes")
                                .startEvent()
                                .exclusiveGateway("gate")
                                .conditionExpression("way = \"work\"")
                                .serviceTask(
                                        "work",
                                        task -> task.zeebeJobType("work").zeebeJobRetries("1"))
                                .endEvent()
                                .done(),
                        "two-causes.bpmn")
                .send()
                .join();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(CamundaClient.class, () -> client);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        context.register(Incidents.class, EngineFigures.class);
        context.refresh();
        var incidents = context.getBean(Incidents.class);
        figures = context.getBean(EngineFigures.class);
        groups = new GroupIncidents(incidents, mock(OperationsReads.class));
        retryIncidents =
                new RetryIncidents(groups, incidents, commands, new ProcessModels(), new Pauses(), Clock.systemUTC());
        when(commands.begin(any(), anyInt(), any(), any(), any())).thenReturn(OptionalLong.of(1));
    }

    @AfterEach
    void stop() {
        retryIncidents.close();
        client.close();
        engine.close();
    }

    @Test
    void aGroupWhoseCauseIsMendedIsGoneTheOtherStays() {
        try (var ignored = worker("The desk is closed since 17:00")) {
            for (int i = 1; i <= 3; i++) {
                begin("work", "CW-2026-00000" + i);
            }
            begin("nowhere", "CW-2026-000004");
            await().atMost(Duration.ofMillis(PATIENCE))
                    .until(() -> found().stream()
                            .map(group -> group.incidents().size())
                            .toList()
                            .equals(List.of(3, 1)));
        }
        var grouped = groups.read();
        var desk = grouped.groups().getFirst();
        assertThat(desk.text()).isEqualTo("The desk is closed since 17:00");
        assertThat(desk.cause().elementId()).isEqualTo("work");
        assertThat(grouped.groups().getLast().cause().kind()).isEqualTo("CONDITION_ERROR");
        assertThat(grouped.numbers())
                .containsValues("CW-2026-000001", "CW-2026-000002", "CW-2026-000003", "CW-2026-000004");

        try (var ignored = worker(null)) {
            retryIncidents.begin(desk.cause().id(), ERIN);
            verify(commands, timeout(PATIENCE)).end(eq(1L), eq(Command.State.DONE), eq(""), any());
        }
        assertThat(found())
                .singleElement()
                .satisfies(left -> assertThat(left.cause().elementId()).isEqualTo("gate"));
    }

    @Test
    void whatIsNotMendedFailsAgainAndIsSaidSo() {
        begin("nowhere", "CW-2026-000001");
        try (var ignored = worker("The disk is full")) {
            begin("work", "CW-2026-000002");
            await().atMost(Duration.ofMillis(PATIENCE)).until(() -> found().size() == 2);
            for (var group : found()) {
                retryIncidents.begin(group.cause().id(), ERIN);
            }
            verify(commands, timeout(PATIENCE))
                    .end(eq(1L), eq(Command.State.DONE), contains("said: The disk is full"), any());
            verify(commands, timeout(PATIENCE))
                    .end(eq(1L), eq(Command.State.DONE), contains("said: Expected at least one condition"), any());
        }
    }

    @Test
    void whatRunsIsCountedByVersion() {
        begin("nowhere", "CW-2026-000001");
        await().untilAsserted(() -> assertThat(figures.versions())
                .containsExactly(new EngineFigures.Version("two-causes", "Two causes", 1, true, 1)));
    }

    @Test
    void theEngineIsMeasured() {
        begin("work", "CW-2026-000001");
        var answered = figures.measure();
        assertThat(answered.version()).startsWith("8.8.");
        assertThat(answered.command()).isPositive();
        await().untilAsserted(() -> assertThat(figures.jobsWaiting()).isEqualTo(1));
        assertThat(figures.latestTasks(100)).isEmpty();
    }

    private List<IncidentGroup> found() {
        return groups.read().groups();
    }

    private void begin(String way, String caseNumber) {
        client.newCreateInstanceCommand()
                .bpmnProcessId("two-causes")
                .latestVersion()
                .variables(Map.of("way", way, "caseNumber", caseNumber))
                .send()
                .join();
    }

    /** @param trouble that it has each time; null when it does its work */
    private JobWorker worker(String trouble) {
        return client.newWorker()
                .jobType("work")
                .handler((jobs, job) -> {
                    if (trouble == null) {
                        jobs.newCompleteCommand(job).send().join();
                    } else {
                        jobs.newFailCommand(job)
                                .retries(job.getRetries() - 1)
                                .retryBackoff(Duration.ofMinutes(5))
                                .errorMessage(trouble)
                                .send()
                                .join();
                    }
                })
                .open();
    }
}
