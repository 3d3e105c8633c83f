package io.casewright.testkit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.TaskRefused;
import io.casewright.platform.engine.TaskUnanswered;
import io.casewright.platform.engine.UserTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tasks as the engine's listeners would have written them, and an engine that does with them what people say. It gives the
 * forms of the project, and refuses whatever a test tells it to refuse.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TaskDesk {

    private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());
    private static final Map<Long, String> REFUSALS = new ConcurrentHashMap<>();
    private static final Map<Long, Map<String, Object>> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<Long, Map<String, Object>> VARIABLES = new ConcurrentHashMap<>();
    private static final AtomicBoolean AWAY = new AtomicBoolean();
    private static final AtomicBoolean MAKING = new AtomicBoolean();

    private final JdbcClient database;
    private final ObjectMapper json;

    TaskDesk(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A task that waits. */
    public record Waiting(
            String processId,
            String elementId,
            @Nullable String caseNumber,
            @Nullable String reference,
            @Nullable String queue,
            @Nullable String assignee,
            int priority,
            @Nullable Instant due,
            Map<String, Object> shown) {

        public static Waiting diagnosisOf(CaseNumber number) {
            return new Waiting(
                    "diagnose-case",
                    "userTask_DiagnoseCase",
                    number.value(),
                    null,
                    "technical",
                    null,
                    90,
                    null,
                    Map.of("caseNumber", number.value(), "subject", "Mail to one partner bounces"));
        }

        public Waiting in(String otherQueue) {
            return new Waiting(processId, elementId, caseNumber, reference, otherQueue, assignee, priority, due, shown);
        }

        public Waiting of(String login) {
            return new Waiting(processId, elementId, caseNumber, reference, queue, login, priority, due, shown);
        }

        public Waiting at(String process, String element) {
            return new Waiting(process, element, caseNumber, reference, queue, assignee, priority, due, shown);
        }

        public Waiting urgent(int otherPriority) {
            return new Waiting(processId, elementId, caseNumber, reference, queue, assignee, otherPriority, due, shown);
        }

        public Waiting showing(Map<String, Object> variables) {
            return new Waiting(processId, elementId, caseNumber, reference, queue, assignee, priority, due, variables);
        }
    }

    /** The id of its row. */
    public long open(Waiting task) {
        long key = KEYS.incrementAndGet();
        try {
            database.sql("INSERT INTO user_task (generation, task_key, process_id, element_id, process_instance_key,"
                            + " element_instance_key, case_number, reference, queue, assignee, priority, due, state, shown,"
                            + " created_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)")
                    .params(
                            key,
                            task.processId,
                            task.elementId,
                            key,
                            key,
                            task.caseNumber,
                            task.reference,
                            task.queue,
                            task.assignee,
                            task.priority,
                            task.due == null ? null : LocalDateTime.ofInstant(task.due, ZoneOffset.UTC),
                            json.writeValueAsString(task.shown),
                            LocalDateTime.now(ZoneOffset.UTC))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return database.sql("SELECT id FROM user_task WHERE task_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    /** The next answers to this task are refused with the reason, until it is null. */
    public void refuse(long taskId, @Nullable String reason) {
        if (reason == null) {
            REFUSALS.remove(keyOf(taskId));
        } else {
            REFUSALS.put(keyOf(taskId), reason);
        }
    }

    public void isAway(boolean away) {
        AWAY.set(away);
    }

    /** Whether the engine is still making what it told of already, so that nobody can do anything with it. */
    public void isBeingMade(boolean making) {
        MAKING.set(making);
    }

    /** The engine's variables of the task, over those it was made with. */
    public void variables(long taskId, Map<String, Object> variables) {
        VARIABLES.put(keyOf(taskId), variables);
    }

    /** What was sent for the task; null when nothing was. */
    public @Nullable Map<String, Object> answersTo(long taskId) {
        return ANSWERS.get(keyOf(taskId));
    }

    public Map<String, Object> rowOf(long taskId) {
        return database.sql("SELECT state, queue, assignee, completed_by FROM user_task WHERE id = ?")
                .param(taskId)
                .query()
                .singleRow();
    }

    /** It ends without anybody at the Desk. */
    public void end(long taskId, String state, @Nullable String by) {
        database.sql("UPDATE user_task SET state = ?, completed_by = ?, ended_at = ? WHERE id = ?")
                .params(state, by, LocalDateTime.now(ZoneOffset.UTC), taskId)
                .update();
    }

    /** Somebody claimed it, and had done it so much later. */
    public void done(long taskId, String login, Duration later) {
        var now = LocalDateTime.now(ZoneOffset.UTC);
        database.sql(
                        "UPDATE user_task SET state = 'COMPLETED', assignee = ?, completed_by = ?, assigned_at = ?, ended_at = ?"
                                + " WHERE id = ?")
                .params(login, login, now.minus(later), now, taskId)
                .update();
    }

    private long keyOf(long taskId) {
        return database.sql("SELECT task_key FROM user_task WHERE id = ?")
                .param(taskId)
                .query(Long.class)
                .single();
    }

    @Bean
    @Primary
    UserTasks engineThatObeys() {
        var engine = mock(UserTasks.class);
        doAnswer(call -> set(call.getArgument(0), "assignee", call.getArgument(1)))
                .when(engine)
                .assign(anyLong(), anyString());
        doAnswer(call -> claim(call.getArgument(0), call.getArgument(1)))
                .when(engine)
                .claim(anyLong(), anyString());
        doAnswer(call -> set(call.getArgument(0), "assignee", null))
                .when(engine)
                .unassign(anyLong());
        doAnswer(call -> set(call.getArgument(0), "queue", call.getArgument(1)))
                .when(engine)
                .handOver(anyLong(), anyString());
        doAnswer(call -> complete(call.getArgument(0), call.getArgument(1)))
                .when(engine)
                .complete(anyLong(), any());
        when(engine.form(anyLong())).thenAnswer(call -> form(call.getArgument(0)));
        when(engine.variables(anyLong()))
                .thenAnswer(call -> VARIABLES.getOrDefault(call.<Long>getArgument(0), Map.of()));
        return engine;
    }

    private @Nullable Object set(long key, String column, @Nullable String value) {
        requireThere();
        int changed = database.sql("UPDATE user_task SET " + column + " = ? WHERE task_key = ? AND state = 'OPEN'")
                .params(value, key)
                .update();
        if (changed == 0) {
            throw gone();
        }
        return null;
    }

    private @Nullable Object claim(long key, String login) {
        requireThere();
        int changed = database.sql("UPDATE user_task SET assignee = ? WHERE task_key = ? AND state = 'OPEN'"
                        + " AND (assignee IS NULL OR assignee = ?)")
                .params(login, key, login)
                .update();
        if (changed == 0) {
            throw gone();
        }
        return null;
    }

    private @Nullable Object complete(long key, Map<String, Object> answers) {
        requireThere();
        if (REFUSALS.containsKey(key)) {
            throw new TaskRefused(REFUSALS.get(key));
        }
        int changed = database.sql("UPDATE user_task SET state = 'COMPLETED', completed_by = assignee, ended_at = ?"
                        + " WHERE task_key = ? AND state = 'OPEN'")
                .params(LocalDateTime.now(ZoneOffset.UTC), key)
                .update();
        if (changed == 0) {
            throw gone();
        }
        ANSWERS.put(key, answers);
        return null;
    }

    private String form(long key) {
        requireThere();
        var task = database.sql("SELECT process_id, element_id FROM user_task WHERE task_key = ?")
                .param(key)
                .query()
                .singleRow();
        String step = task.get("element_id").toString().replace("userTask_", "").replaceAll("([a-z])([A-Z])", "$1-$2");
        try {
            return Files.readString(
                    Path.of("forms", task.get("process_id") + "-" + step.toLowerCase(Locale.ROOT) + ".form"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireThere() {
        if (MAKING.get()) {
            var gone = gone();
            when(gone.isUnknown()).thenReturn(true);
            throw gone;
        }
        if (AWAY.get()) {
            var unanswered = mock(TaskUnanswered.class);
            when(unanswered.getMessage()).thenReturn("The engine has not answered yet.");
            throw unanswered;
        }
    }

    private static TaskGone gone() {
        var gone = mock(TaskGone.class);
        when(gone.getMessage()).thenReturn("This task is not open any more.");
        return gone;
    }
}
