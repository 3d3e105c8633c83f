package io.casewright.task.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.platform.engine.place.StepKeys;
import io.casewright.task.ProcessSteps;
import io.casewright.task.SignedAnswers;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which person did the task before a step. */
@Component
public class Doers {

    private final Tasks tasks;
    private final ProcessSteps steps;
    private final SignedAnswers signedAnswers;

    Doers(Tasks tasks, ProcessSteps steps, SignedAnswers signedAnswers) {
        this.tasks = tasks;
        this.steps = steps;
        this.signedAnswers = signedAnswers;
    }

    /**
     * The login of the person who, logged in here, gave the answers that led to the job's step, for a task whose answers count only so.
     *
     * @return null when nobody did, or when the answers have counted for another step
     */
    public @Nullable String signedBefore(ActivatedJob job) {
        return signedAnswers
                .countFor(
                        StepKeys.of(job),
                        job.getBpmnProcessId(),
                        job.getProcessInstanceKey(),
                        steps.userTasksBefore(job.getBpmnProcessId(), job.getElementId()),
                        job.getVariablesAsMap())
                .orElse(null);
    }

    /**
     * The login of the person who completed the last user task before the job's element; of a process that begins without
     * one, the last before it was called for the case.
     *
     * @return null when there was none, or nobody had it
     */
    public @Nullable String before(ActivatedJob job) {
        var own = steps.userTasksBefore(job.getBpmnProcessId(), job.getElementId());
        var last = own.isEmpty() ? beforeTheCallOf(job) : tasks.lastDoneIn(job.getProcessInstanceKey(), own);
        return last.map(Task::completedBy).orElse(null);
    }

    private Optional<Task> beforeTheCallOf(ActivatedJob job) {
        if (!(job.getVariablesAsMap().get("caseNumber") instanceof String caseNumber)) {
            return Optional.empty();
        }
        return steps.callsOf(job.getBpmnProcessId()).stream()
                .flatMap(call -> {
                    var before = steps.userTasksBefore(call.processId(), call.elementId());
                    return before.isEmpty()
                            ? Optional.<Task>empty().stream()
                            : tasks.lastDoneOfCase(caseNumber, call.processId(), before).stream();
                })
                .max(Comparator.comparing(Task::endedAt));
    }
}
