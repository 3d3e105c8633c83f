package io.casewright.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.TaskRefused;
import io.casewright.platform.engine.UserTasks;
import io.casewright.platform.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Gives a task that another engine made again what it had in the engine before: its person, its queue, and what was sent for it. */
@Component
class RestoreTask {

    private static final Logger log = LoggerFactory.getLogger(RestoreTask.class);
    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("restore-task", Order.class);
    /** The engine refuses changes of a task that it is still making. */
    static final Duration UNTIL_MADE = Duration.ofSeconds(2);

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final Tasks tasks;
    private final Outbox outbox;

    RestoreTask(Tasks tasks, Outbox outbox) {
        this.tasks = tasks;
        this.outbox = outbox;
    }

    /**
     * What the engine is to be told of a task; what is null is as it should be.
     *
     * @param sent what was sent before the engine was lost, as a JSON object
     */
    record Order(
            long taskKey,
            @Nullable String assignee,
            @Nullable String queue,
            @Nullable Instant due,
            int priority,
            @Nullable String sent) {}

    /** Orders it in the current transaction. */
    void order(NewTask made) {
        tasks.findByKey(made.taskKey()).ifPresent(task -> {
            var plan = made.plan();
            boolean planned = task.priority() != plan.priority() || !Objects.equals(task.due(), plan.due());
            var order = new Order(
                    made.taskKey(),
                    Objects.equals(task.assignee(), made.assignee()) ? null : task.assignee(),
                    Objects.equals(task.queue(), plan.queue()) ? null : task.queue(),
                    planned ? task.due() : null,
                    task.priority(),
                    task.sent());
            outbox.add(TASK.instance(Long.toString(task.id())).data(order).build(), UNTIL_MADE);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivery {

        @Bean
        Task<Order> restoreTaskTask(Outbox outbox, UserTasks engine, Tasks tasks, ObjectMapper json) {
            return outbox.task(TASK, order -> restore(order, engine, tasks, json));
        }
    }

    private static void restore(Order order, UserTasks engine, Tasks tasks, ObjectMapper json) {
        try {
            if (order.due() != null) {
                engine.plan(order.taskKey(), order.due(), order.priority());
            }
            if (order.queue() != null) {
                engine.handOver(order.taskKey(), order.queue());
            }
            if (order.assignee() != null) {
                engine.assign(order.taskKey(), order.assignee());
            }
            if (order.sent() != null) {
                engine.complete(order.taskKey(), json.readValue(order.sent(), ANSWERS));
            }
        } catch (TaskGone e) {
            // The engine may still be making it.
            if (tasks.findByKey(order.taskKey()).filter(task -> task.isOpen()).isPresent()) {
                throw e;
            }
        } catch (TaskRefused e) {
            log.warn(
                    "What was sent for task {} before the engine was lost is not taken any more: it is open again",
                    order.taskKey());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was sent for a task cannot be read", e);
        }
    }
}
