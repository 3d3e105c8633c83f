package io.casewright.task.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.task.KeepTasks;
import io.casewright.task.PlanTasks;
import io.casewright.task.ProcessSteps;
import io.casewright.task.SignedAnswers;
import io.casewright.task.Task;
import io.casewright.task.TaskState;
import io.casewright.task.Tasks;
import io.casewright.testkit.CasewrightTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The jobs are as the engine writes them. */
@CasewrightTest
class TaskListenersTests {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final Instant DUE = Instant.parse("2030-01-02T10:00:00Z");

    @Autowired
    TaskCreatingWorker creating;

    @Autowired
    TaskAssigningWorker assigning;

    @Autowired
    TaskUpdatingWorker updating;

    @Autowired
    KeepTasks keepTasks;

    @Autowired
    PlanTasks planTasks;

    @Autowired
    TaskCancelingWorker canceling;

    @Autowired
    Tasks tasks;

    @Autowired
    ProcessSteps steps;

    @Autowired
    SignedAnswers signedAnswers;

    private final long key = KEYS.incrementAndGet();
    private final String caseNumber = "CW-T-" + key % 1_000_000_000;

    @Test
    void aTaskIsKnownAtOnceWithAllThatItsListsNeed() {
        creating.creating(unassigned());
        var task = task();
        assertThat(task)
                .extracting(
                        Task::processId,
                        Task::elementId,
                        Task::processInstanceKey,
                        Task::elementInstanceKey,
                        Task::caseNumber,
                        Task::reference,
                        Task::queue,
                        Task::assignee,
                        Task::priority,
                        Task::due,
                        Task::state)
                .containsExactly(
                        "diagnose-case",
                        "userTask_DiagnoseCase",
                        key + 1,
                        key + 2,
                        caseNumber,
                        "CW-1-T1",
                        "technical",
                        null,
                        70,
                        DUE,
                        TaskState.OPEN);
        assertThat(task.shown()).isEqualTo(Map.of("caseNumber", caseNumber, "ticketReference", "CW-1-T1"));
        assertThat(tasks.find(task.id())).contains(task);
        assertThat(tasks.openOfCase(caseNumber)).containsExactly(task);
        assertThat(tasks.openIn(key + 1)).containsExactly(task);
    }

    @Test
    void itIsWhoseItIsUntilItIsGivenBack() {
        creating.creating(job("act"));
        assertThat(task()).extracting(Task::assignee).isEqualTo("act");
        assigning.assigning(job("demo"));
        assertThat(task().assignee()).isEqualTo("demo");
        assertThat(task().assignedAt()).isNotNull();
        assigning.assigning(unassigned());
        assertThat(task().assignee()).isNull();
        assertThat(task().assignedAt()).isNull();
    }

    @Test
    void itMovesInTheListsWithTheEngine() {
        creating.creating(unassigned());
        var headers = headers(null);
        headers.put("io.camunda.zeebe:priority", "90");
        headers.put("io.camunda.zeebe:candidateGroups", "[\"billing\",\"technical\"]");
        headers.remove("io.camunda.zeebe:dueDate");
        updating.updating(job(headers));
        assertThat(task()).extracting(Task::priority, Task::queue, Task::due).containsExactly(90, "billing", null);
    }

    @Test
    void whatSomebodyElseChangesLeavesOurPlan() {
        creating.creating(unassigned());
        planTasks.inInstance(key + 1, DUE.minusSeconds(3600), 90);
        assertThat(task()).extracting(Task::priority, Task::due).containsExactly(90, DUE.minusSeconds(3600));

        var ofOurs = headers(null);
        ofOurs.put("io.camunda.zeebe:action", "replan");
        updating.updating(job(ofOurs));
        var handedOver = headers(null);
        handedOver.put("io.camunda.zeebe:action", "handOver");
        handedOver.put("io.camunda.zeebe:changedAttributes", "[\"candidateGroupsList\"]");
        handedOver.put("io.camunda.zeebe:candidateGroups", "[\"billing\"]");
        updating.updating(job(handedOver));
        assertThat(task())
                .extracting(Task::priority, Task::due, Task::queue)
                .containsExactly(90, DUE.minusSeconds(3600), "billing");
    }

    @Test
    void whoeverHasItCompletesIt() {
        creating.creating(unassigned());
        keepTasks.completed(key, "demo", "{}");
        assertThat(task()).extracting(Task::state, Task::completedBy).containsExactly(TaskState.COMPLETED, "demo");
        assertThat(tasks.openOfCase(caseNumber)).isEmpty();
        assertThat(doers().before(stepAfter("serviceTask_RecordDiagnosis"))).isEqualTo("demo");
    }

    @Test
    void whatTheProcessDoesNotWantAnyMoreIsCanceledEvenWhileItIsCompleted() {
        creating.creating(job("demo"));
        keepTasks.completed(key, "demo", "{}");
        canceling.canceling(job("demo"));
        assertThat(task()).extracting(Task::state, Task::completedBy).containsExactly(TaskState.CANCELED, null);
        assertThat(doers().before(stepAfter("serviceTask_RecordDiagnosis"))).isNull();
    }

    @Test
    void toldTwiceItStaysAsItIs() {
        creating.creating(unassigned());
        keepTasks.completed(key, "demo", "{}");
        var done = task();
        creating.creating(unassigned());
        keepTasks.completed(key, "demo", "{}");
        assertThat(task()).isEqualTo(done);
    }

    @Test
    void whatIsRefusedAtTheSecondTellingIsOpenAgain() {
        creating.creating(job("demo"));
        keepTasks.completed(key, "demo", "{}");
        keepTasks.reopened(key);
        assertThat(task())
                .extracting(Task::state, Task::completedBy, Task::endedAt, Task::assignee)
                .containsExactly(TaskState.OPEN, null, null, "demo");
    }

    @Test
    void aTaskThatNobodyToldOfBeforeIsNoFault() {
        assigning.assigning(job("demo"));
        updating.updating(job("demo"));
        keepTasks.completed(key, "demo", "{}");
        canceling.canceling(job("demo"));
        assertThat(tasks.findByKey(key)).isEmpty();
    }

    @Test
    void valuesThatNobodyOfUsWroteAreLeftOut() {
        var job = job("demo");
        when(job.getVariablesAsMap()).thenReturn(Map.of("caseNumber", 7, "ticketReference", "x".repeat(41)));
        creating.creating(job);
        assertThat(task()).extracting(Task::caseNumber, Task::reference).containsExactly(null, null);
    }

    @Test
    void aProcessThatBeginsWithoutATaskGoesByTheOneBeforeItsCall() {
        creating.creating(job("demo"));
        keepTasks.completed(key, "demo", "{}");
        var called = mock(ActivatedJob.class);
        when(called.getBpmnProcessId()).thenReturn("request-access");
        when(called.getElementId()).thenReturn("serviceTask_PrepareAccessRequest");
        when(called.getVariablesAsMap()).thenReturn(Map.of("caseNumber", caseNumber));
        assertThat(doers().before(called)).isEqualTo("demo");
    }

    /** The one of the application only repeats what a test tells it. */
    private Doers doers() {
        return new Doers(tasks, steps, signedAnswers);
    }

    private Task task() {
        return tasks.findByKey(key).orElseThrow();
    }

    private ActivatedJob stepAfter(String elementId) {
        var job = mock(ActivatedJob.class);
        when(job.getBpmnProcessId()).thenReturn("diagnose-case");
        when(job.getElementId()).thenReturn(elementId);
        when(job.getProcessInstanceKey()).thenReturn(key + 1);
        return job;
    }

    private ActivatedJob unassigned() {
        return job(headers(null));
    }

    private ActivatedJob job(String assignee) {
        return job(headers(assignee));
    }

    private Map<String, String> headers(String assignee) {
        var headers = new HashMap<String, String>();
        headers.put("io.camunda.zeebe:userTaskKey", Long.toString(key));
        headers.put("io.camunda.zeebe:candidateGroups", "[\"technical\"]");
        headers.put("io.camunda.zeebe:dueDate", "2030-01-02T10:00Z");
        headers.put("io.camunda.zeebe:priority", "70");
        if (assignee != null) {
            headers.put("io.camunda.zeebe:assignee", assignee);
        }
        return headers;
    }

    private ActivatedJob job(Map<String, String> headers) {
        Map<String, Object> variables = Map.of("caseNumber", caseNumber, "ticketReference", "CW-1-T1");
        var job = mock(ActivatedJob.class);
        when(job.getCustomHeaders()).thenReturn(headers);
        when(job.getBpmnProcessId()).thenReturn("diagnose-case");
        when(job.getElementId()).thenReturn("userTask_DiagnoseCase");
        when(job.getProcessInstanceKey()).thenReturn(key + 1);
        when(job.getElementInstanceKey()).thenReturn(key + 2);
        when(job.getVariablesAsMap()).thenReturn(variables);
        try {
            when(job.getVariables()).thenReturn(new ObjectMapper().writeValueAsString(variables));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return job;
    }
}
