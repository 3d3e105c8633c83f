package io.casewright.process;

import static io.casewright.process.CaseInProcess.TASK_DUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.process.EngineJournal.UserTask;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the task list is told about each task, by the models exactly as they are deployed. */
class TaskListTests {

    @RegisterExtension
    final EngineHarness engine = new EngineHarness();

    @ParameterizedTest
    @CsvSource({
        "diagnose-case, userTask_DiagnoseCase",
        "resolve-case, userTask_ResolveBillingCase",
        "resolve-case, userTask_ResolveSubscriptionCase",
        "resolve-case, userTask_ResolveTechnicalCase",
        "perform-change, userTask_CarryOutAction",
        "hand-off-case, userTask_RelayToCustomer",
        "vendor-ticket, userTask_FileTicket",
        "vendor-ticket, userTask_FollowTicket"
    })
    void tasksOfACaseAreSortedByItsQueueUrgencyAndPromise(String process, String element) {
        var variables = CaseInProcess.facts("billing", "critical");
        variables.put("ticketReference", CaseInProcess.TICKET);
        engine.startAt(process, element, variables);
        var task = onlyTask();
        assertThat(task.elementId()).isEqualTo(element);
        assertThat(task.candidateGroups()).isEqualTo(List.of("billing"));
        assertThat(task.priority()).isEqualTo(90);
        assertThat(OffsetDateTime.parse(task.dueDate())).isEqualTo(OffsetDateTime.parse(TASK_DUE));
        assertThat(task.formKey()).as("key of the form").isPositive();
    }

    @Test
    void callsAreCorrectedByTheFirstLine() {
        engine.startAt("log-call", "userTask_CorrectCall", Map.of());
        var task = onlyTask();
        assertThat(task.candidateGroups()).isEqualTo(List.of("first-line"));
        assertThat(task.priority()).isEqualTo(50);
        assertThat(task.formKey()).as("key of the form").isPositive();
    }

    private UserTask onlyTask() {
        var journal = engine.journal();
        assertThat(journal.incidents()).isEmpty();
        assertThat(journal.userTasks()).hasSize(1);
        return journal.userTasks().getFirst();
    }
}
