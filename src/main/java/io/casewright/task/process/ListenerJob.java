package io.casewright.task.process;

import io.camunda.client.api.response.ActivatedJob;
import io.casewright.platform.engine.place.StepKeys;
import io.casewright.task.NewTask;
import io.casewright.task.SentForm;
import io.casewright.task.TaskPlan;
import io.casewright.task.TaskUpdate;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the job of a task listener says of its task, in headers of its own. */
record ListenerJob(ActivatedJob job, Map<String, String> headers) {

    private static final String HEADER = "io.camunda.zeebe:";
    private static final int MOST_PRIORITY = 100;

    static ListenerJob of(ActivatedJob job) {
        return new ListenerJob(job, job.getCustomHeaders());
    }

    long taskKey() {
        return Long.parseLong(Objects.requireNonNull(
                headers.get(HEADER + "userTaskKey"), "The engine does not say which task the listener is for"));
    }

    /** Null when nobody has the task. */
    @Nullable
    String assignee() {
        String assignee = headers.get(HEADER + "assignee");
        return assignee == null || assignee.isEmpty() ? null : cut(assignee, 190);
    }

    TaskPlan plan() {
        int priority = Integer.parseInt(headers.getOrDefault(HEADER + "priority", "50"));
        return new TaskPlan(firstGroup(), Math.clamp(priority, 0, MOST_PRIORITY), due());
    }

    /** By what command it came about; null when the engine does not say. */
    @Nullable
    String action() {
        return headers.get(HEADER + "action");
    }

    /** An engine that does not say what changed may have changed all. */
    TaskUpdate update() {
        String changed = headers.get(HEADER + "changedAttributes");
        return new TaskUpdate(
                plan(),
                changed == null || changed.contains("\"candidateGroupsList\""),
                changed == null || changed.contains("\"priority\""),
                changed == null || changed.contains("\"dueDate\""));
    }

    NewTask newTask() {
        var variables = job.getVariablesAsMap();
        return new NewTask(
                taskKey(),
                job.getBpmnProcessId(),
                job.getElementId(),
                job.getProcessInstanceKey(),
                job.getElementInstanceKey(),
                text(variables.get("caseNumber"), 20),
                Stream.of("ticketReference", "majorCase", "planChange")
                        .map(name -> text(variables.get(name), 40))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                assignee(),
                plan(),
                StepKeys.of(job),
                StepKeys.isAgain(job),
                job.getVariables());
    }

    SentForm sentForm() {
        return new SentForm(taskKey(), job.getBpmnProcessId(), job.getElementId(), assignee(), job.getVariablesAsMap());
    }

    private @Nullable Instant due() {
        String due = headers.get(HEADER + "dueDate");
        return due == null || due.isEmpty() ? null : ZonedDateTime.parse(due).toInstant();
    }

    /** The groups are a JSON list of words without quotes inside. */
    private @Nullable String firstGroup() {
        String groups = headers.getOrDefault(HEADER + "candidateGroups", "[]");
        var words = groups.split("\"", 3);
        return words.length < 3 ? null : cut(words[1], 64);
    }

    /** A process that was started by hand may hold anything. */
    private static @Nullable String text(@Nullable Object value, int most) {
        return value instanceof String text && text.length() <= most ? text : null;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
