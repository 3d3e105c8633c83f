package io.casewright.task.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.casewright.engine.LocalEngine;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.TaskRefused;
import io.casewright.platform.engine.UserTasks;
import io.casewright.task.CompleteTask;
import io.casewright.task.SentForm;
import io.casewright.task.TaskPlan;
import io.casewright.task.TaskUpdate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What an engine tells of the tasks of our models, and what becomes of what persons do with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenersOfTheEngineTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CompleteTask completeTask = mock(CompleteTask.class);
    private final BlockingQueue<ListenerJob> created = new LinkedBlockingQueue<>();
    private final BlockingQueue<ListenerJob> assigned = new LinkedBlockingQueue<>();
    private final BlockingQueue<ListenerJob> updated = new LinkedBlockingQueue<>();
    private final BlockingQueue<ListenerJob> canceled = new LinkedBlockingQueue<>();
    private final BlockingQueue<SentForm> sent = new LinkedBlockingQueue<>();

    private LocalEngine engine;
    private CamundaClient client;
    private UserTasks tasks;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        engine = LocalEngine.start(folder.resolve("state"), record -> {});
        client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create(engine.grpcAddress()))
                .restAddress(URI.create(engine.restAddress()))
                .preferRestOverGrpc(false)
                .build();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(CamundaClient.class, () -> client);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        context.register(UserTasks.class);
        context.refresh();
        tasks = context.getBean(UserTasks.class);
        client.newDeployResourceCommand()
                .addResourceBytes(Files.readAllBytes(Path.of("bpmn/vendor-ticket.bpmn")), "vendor-ticket.bpmn")
                .addResourceBytes(
                        Files.readAllBytes(Path.of("forms/vendor-ticket-file-ticket.form")), "file-ticket.form")
                .addResourceBytes(
                        Files.readAllBytes(Path.of("forms/vendor-ticket-follow-ticket.form")), "follow-ticket.form")
                .addResourceBytes(
                        Files.readAllBytes(Path.of("forms/vendor-ticket-close-ticket.form")), "close-ticket.form")
                .send()
                .join();
        var completing = new TaskCompletingWorker(completeTask);
        when(completeTask.complete(any())).thenAnswer(call -> {
            SentForm form = call.getArgument(0);
            sent.add(form);
            return "".equals(form.variables().get("vendorNumber"))
                    ? Optional.of("Number of the ticket there: it's required.")
                    : Optional.empty();
        });
        listen("task.creating", created);
        listen("task.assigning", assigned);
        listen("task.updating", updated);
        listen("task.canceling", canceled);
        client.newWorker()
                .jobType("task.completing")
                .handler(completing::completing)
                .open();
    }

    private JobWorker listen(String event, BlockingQueue<ListenerJob> told) {
        return client.newWorker()
                .jobType(event)
                .handler((jobs, job) -> {
                    told.add(ListenerJob.of(job));
                    jobs.newCompleteCommand(job).send().join();
                })
                .open();
    }

    @AfterAll
    void stop() {
        client.close();
        engine.close();
    }

    @Test
    void everyEventIsToldWithWhatTheTableNeeds() throws Exception {
        var task = aTask().newTask();
        assertThat(task.elementId()).isEqualTo("userTask_FileTicket");
        assertThat(task.processId()).isEqualTo("vendor-ticket");
        assertThat(task.caseNumber()).isEqualTo("CW-2026-000042");
        assertThat(task.reference()).isEqualTo("CW-2026-000042-T1");
        assertThat(task.assignee()).isNull();
        assertThat(task.plan()).isEqualTo(new TaskPlan("technical", 70, Instant.parse("2030-01-02T10:00:00Z")));

        assign(task.taskKey(), "demo");
        assertThat(next(assigned).assignee()).isEqualTo("demo");
        assertThatThrownBy(() -> tasks.claim(task.taskKey(), "act")).isInstanceOf(TaskGone.class);
        tasks.unassign(task.taskKey());
        assertThat(next(assigned).assignee()).isNull();

        tasks.plan(task.taskKey(), Instant.parse("2031-01-02T10:00:00Z"), 90);
        var plan = new TaskPlan("technical", 90, Instant.parse("2031-01-02T10:00:00Z"));
        var planned = next(updated);
        assertThat(planned.action()).isEqualTo(UserTasks.REPLAN);
        assertThat(planned.update()).isEqualTo(new TaskUpdate(plan, false, true, true));
        tasks.handOver(task.taskKey(), "billing");
        assertThat(next(updated).update())
                .isEqualTo(new TaskUpdate(new TaskPlan("billing", 90, plan.due()), true, false, false));

        client.newCancelInstanceCommand(task.processInstanceKey()).send().join();
        assertThat(next(canceled).taskKey()).isEqualTo(task.taskKey());
    }

    @Test
    void aRefusedFormLeavesItsTaskOpenAndItsPersonReadsWhy() throws Exception {
        var task = aTask().newTask();
        assign(task.taskKey(), "demo");
        assertThatThrownBy(() -> tasks.complete(task.taskKey(), Map.of("vendorNumber", "")))
                .isInstanceOf(TaskRefused.class)
                .hasMessage("Number of the ticket there: it's required.");
        assertThat(next(sent).person()).isEqualTo("demo");
        tasks.complete(task.taskKey(), Map.of("vendorNumber", "2401010040001234"));
        assertThat(next(sent).variables())
                .containsEntry("vendorNumber", "2401010040001234")
                .containsEntry("caseNumber", "CW-2026-000042");
        assertThatThrownBy(() -> tasks.complete(task.taskKey(), Map.of())).isInstanceOf(TaskGone.class);
    }

    @Test
    void theFormComesWithTheTask() throws Exception {
        long key = aTask().taskKey();
        // What the engine shows lags behind what it tells.
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(tasks.form(key)).contains("vendor-ticket-file-ticket"));
    }

    /** Until the engine has heard that the listener of its creation agreed. */
    private void assign(long taskKey, String login) {
        await().ignoreException(TaskGone.class).until(() -> {
            tasks.assign(taskKey, login);
            return true;
        });
    }

    private ListenerJob aTask() throws InterruptedException {
        List.of(created, assigned, updated, canceled, sent).forEach(BlockingQueue::clear);
        var variables = new HashMap<String, Object>();
        variables.put("caseNumber", "CW-2026-000042");
        variables.put("ticketReference", "CW-2026-000042-T1");
        variables.put("queue", "technical");
        variables.put("priority", 70);
        variables.put("taskDue", "2030-01-02T10:00:00Z");
        client.newCreateInstanceCommand()
                .bpmnProcessId("vendor-ticket")
                .latestVersion()
                .variables(variables)
                .startBeforeElement("userTask_FileTicket")
                .send()
                .join();
        return next(created);
    }

    private static <T> T next(BlockingQueue<T> told) throws InterruptedException {
        T next = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("what the engine tells within " + PATIENCE).isNotNull();
        return next;
    }
}
