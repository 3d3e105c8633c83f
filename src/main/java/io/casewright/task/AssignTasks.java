package io.casewright.task;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.UserTasks;
import io.casewright.platform.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Gives open tasks to a person once the current transaction has committed, as soon as the engine takes it. */
@Component
public class AssignTasks {

    private static final Logger log = LoggerFactory.getLogger(AssignTasks.class);
    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("task-assign", Order.class);

    private final Tasks tasks;
    private final Outbox outbox;

    AssignTasks(Tasks tasks, Outbox outbox) {
        this.tasks = tasks;
        this.outbox = outbox;
    }

    /** @param id of the task */
    record Order(long id, String login) {}

    /** Orders it for the open tasks of a case, but for those of one process. */
    public void ofCase(String caseNumber, String butOfProcess, String login) {
        tasks.openOfCase(caseNumber).stream()
                .filter(task -> !task.processId().equals(butOfProcess))
                .filter(task -> !login.equals(task.assignee()))
                .forEach(task -> outbox.add(TASK.instance("%d:%s".formatted(task.id(), login))
                        .data(new Order(task.id(), login))
                        .build()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivery {

        @Bean
        com.github.kagkarlsson.scheduler.task.Task<Order> taskAssignTask(Outbox outbox, UserTasks engine, Tasks tasks) {
            return outbox.task(TASK, order -> assign(order, engine, tasks));
        }
    }

    private static void assign(Order order, UserTasks engine, Tasks tasks) {
        var task = tasks.find(order.id()).orElseThrow();
        if (!task.isOpen() || order.login().equals(task.assignee())) {
            return;
        }
        try {
            engine.assign(task.taskKey(), order.login());
        } catch (TaskGone e) {
            if (tasks.find(order.id()).filter(Task::isOpen).isPresent()) {
                throw e;
            }
            log.debug("Task {} ended before it was assigned", order.id());
        }
    }
}
