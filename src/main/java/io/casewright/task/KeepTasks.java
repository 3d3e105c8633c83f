package io.casewright.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the table of tasks as the engine's listeners tell of them. Each may be told twice, and of a task that was made
 * before it had listeners only some are told.
 */
@Service
public class KeepTasks {

    private static final String OF_THIS_ENGINE =
            " WHERE generation = " + Tasks.THIS_ENGINE + " AND task_key = :taskKey";

    private final JdbcClient database;
    private final RestoreTask restoreTask;
    private final TellPlan tellPlan;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepTasks(
            JdbcClient database,
            RestoreTask restoreTask,
            TellPlan tellPlan,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.database = database;
        this.restoreTask = restoreTask;
        this.tellPlan = tellPlan;
        this.clock = clock;
    }

    /** It is there; told again, it stays as it became meanwhile. One that another engine had made goes on as it was there. */
    @Transactional
    public void created(NewTask task) {
        if (task.isAgain() && goesOn(task)) {
            return;
        }
        var now = utc(clock.instant());
        var plan = task.plan();
        database.sql("""
                        INSERT INTO user_task (generation, task_key, process_id, element_id, process_instance_key,
                                               element_instance_key, case_number, reference, queue, assignee, priority,
                                               due, state, step_key, shown, created_at, assigned_at)
                        VALUES (%s, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE user_task.id = user_task.id""".formatted(Tasks.THIS_ENGINE))
                .params(
                        task.taskKey(),
                        task.processId(),
                        task.elementId(),
                        task.processInstanceKey(),
                        task.elementInstanceKey(),
                        task.caseNumber(),
                        task.reference(),
                        plan.queue(),
                        task.assignee(),
                        plan.priority(),
                        utc(plan.due()),
                        task.stepKey(),
                        task.shown(),
                        now,
                        task.assignee() == null ? null : now)
                .update();
        if (task.caseNumber() != null) {
            events.publishEvent(new TaskMade(task.caseNumber()));
        }
    }

    private boolean goesOn(NewTask task) {
        int found = database.sql("UPDATE user_task SET task_key = :taskKey, element_instance_key = :visit"
                        + " WHERE step_key = :stepKey AND state = 'OPEN' AND (task_key IS NULL OR task_key = :taskKey)")
                .param("taskKey", task.taskKey())
                .param("visit", task.elementInstanceKey())
                .param("stepKey", task.stepKey())
                .update();
        if (found > 0) {
            restoreTask.order(task);
        }
        return found > 0;
    }

    /**
     * Somebody has it now.
     *
     * @param assignee null when it was given back to its queue
     * @param byOthers whether it was given to that person, who did not take it
     */
    @Transactional
    public void assigned(long taskKey, @Nullable String assignee, boolean byOthers) {
        if (byOthers && assignee != null) {
            tellOthers(taskKey, assignee);
        }
        database.sql(
                        "UPDATE user_task SET assigned_at = IF(assignee <=> :assignee, assigned_at, :at), assignee = :assignee"
                                + OF_THIS_ENGINE)
                .param("assignee", assignee)
                .param("at", assignee == null ? null : utc(clock.instant()))
                .param("taskKey", taskKey)
                .update();
    }

    private void tellOthers(long taskKey, String assignee) {
        database.sql("SELECT id, case_number FROM user_task" + OF_THIS_ENGINE
                        + " AND case_number IS NOT NULL AND NOT assignee <=> :assignee")
                .param("taskKey", taskKey)
                .param("assignee", assignee)
                .query((row, i) -> new TaskAssigned(row.getLong("id"), row.getString("case_number"), assignee))
                .optional()
                .ifPresent(events::publishEvent);
    }

    /** It is due at another time, or for another queue, by somebody at the engine. */
    @Transactional
    public void updated(long taskKey, TaskUpdate update) {
        var plan = update.plan();
        database.sql("UPDATE user_task SET queue = IF(:otherQueue, :queue, queue),"
                        + " priority = IF(:otherPriority, :priority, priority), due = IF(:otherDue, :due, due)"
                        + OF_THIS_ENGINE)
                .param("otherQueue", update.ofQueue())
                .param("queue", plan.queue())
                .param("otherPriority", update.ofPriority())
                .param("priority", plan.priority())
                .param("otherDue", update.ofDue())
                .param("due", utc(plan.due()))
                .param("taskKey", taskKey)
                .update();
    }

    /** They are due at another time by what became of their case; the engine hears of it afterwards. */
    @Transactional
    void plan(List<Task> tasks, Instant due, int priority) {
        for (Task task : tasks) {
            database.sql("UPDATE user_task SET priority = :priority, due = :due WHERE id = :id")
                    .param("priority", priority)
                    .param("due", utc(due))
                    .param("id", task.id())
                    .update();
            tellPlan.order(task.id(), due, priority, untilMade(task));
        }
    }

    /** The engine refuses changes of a task that it is still making. */
    private Duration untilMade(Task task) {
        var age = Duration.between(task.createdAt(), clock.instant());
        return age.compareTo(RestoreTask.UNTIL_MADE) < 0 ? RestoreTask.UNTIL_MADE : Duration.ZERO;
    }

    /**
     * @param person who has it; null when nobody does
     * @param sent what the form sent, as a JSON object
     */
    @Transactional
    public void completed(long taskKey, @Nullable String person, String sent) {
        database.sql("UPDATE user_task SET state = 'COMPLETED', completed_by = :person, sent = :sent, ended_at = :at"
                        + OF_THIS_ENGINE + " AND state = 'OPEN'")
                .param("person", person)
                .param("sent", sent)
                .param("at", utc(clock.instant()))
                .param("taskKey", taskKey)
                .update();
    }

    /** What was sent is refused after all, though it was taken when the listener was told the first time. */
    @Transactional
    public void reopened(long taskKey) {
        database.sql("UPDATE user_task SET state = 'OPEN', completed_by = NULL, sent = NULL, ended_at = NULL"
                        + OF_THIS_ENGINE + " AND state = 'COMPLETED'")
                .param("taskKey", taskKey)
                .update();
    }

    /** It is not wanted any more, even when somebody was just completing it. */
    @Transactional
    public void canceled(long taskKey) {
        database.sql("UPDATE user_task SET state = 'CANCELED', completed_by = NULL, ended_at = :at" + OF_THIS_ENGINE
                        + " AND state <> 'CANCELED'")
                .param("at", utc(clock.instant()))
                .param("taskKey", taskKey)
                .update();
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
