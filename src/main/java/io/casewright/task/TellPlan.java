package io.casewright.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.platform.engine.UserTasks;
import io.casewright.platform.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Tells the engine where a task stands in the lists. Nobody waits for it: the engine asks our listeners before it agrees, and
 * a worker that waited for them would hold the thread that they need.
 */
@Component
class TellPlan {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("task-plan", Order.class);

    private final Outbox outbox;

    TellPlan(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param id of the task */
    record Order(long id) {}

    /** Orders it in the current transaction. A plan that is just being told may be an older one, so each has an order of its own. */
    void order(long id, Instant due, int priority, Duration notBefore) {
        outbox.add(
                TASK.instance("%d:%d:%d".formatted(id, due.toEpochMilli(), priority))
                        .data(new Order(id))
                        .build(),
                notBefore);
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivery {

        @Bean
        com.github.kagkarlsson.scheduler.task.Task<Order> taskPlanTask(Outbox outbox, UserTasks engine, Tasks tasks) {
            return outbox.task(TASK, order -> tell(order.id(), engine, tasks));
        }
    }

    /** The newest plan; again when another came meanwhile, whose own order may have been quicker. */
    static void tell(long id, UserTasks engine, Tasks tasks) {
        var task = tasks.find(id).orElseThrow();
        while (task.isOpen() && task.isInEngine() && task.due() != null) {
            engine.plan(task.taskKey(), task.due(), task.priority());
            var now = tasks.find(id).orElseThrow();
            if (Objects.equals(now.due(), task.due()) && now.priority() == task.priority()) {
                return;
            }
            task = now;
        }
    }
}
