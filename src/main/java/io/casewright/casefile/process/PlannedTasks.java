package io.casewright.casefile.process;

import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.task.PlanTasks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case's tasks are those of its process and of all that it calls, and its unread messages; what else runs beside it is planned on its own. */
@Component
class PlannedTasks implements OpenTasks {

    private static final String CASE = "support-case";
    private static final String MESSAGE = "customer-message";

    /** Stands where the proposed severity puts it, unless the promise is nearer. */
    private static final Set<String> PROPOSED = Set.of("userTask_TriageRequest");

    private final PlanTasks tasks;

    PlannedTasks(PlanTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void replan(long processInstanceKey, CaseFacts facts) {
        var due = facts.taskDue();
        tasks.ofCase(
                facts.caseNumber(),
                List.of(CASE, MESSAGE),
                processInstanceKey,
                due,
                facts.priority(),
                Map.of(
                        "taskDue",
                        due.toString(),
                        "priority",
                        facts.priority(),
                        "severity",
                        facts.severity(),
                        "seenSeverity",
                        facts.severity()));
    }

    @Override
    public void order(CaseNumber number, @Nullable Instant due, int priority) {
        tasks.place(number.value(), List.of(CASE, MESSAGE), due, priority, PROPOSED);
    }

    @Override
    public void hurry(long processInstanceKey, Instant due, int priority) {
        tasks.inInstance(processInstanceKey, due, priority);
    }
}
