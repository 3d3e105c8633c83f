package io.casewright.desk.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.casewright.desk.persistence.WaitingForOne;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.TaskUnanswered;
import io.casewright.platform.engine.UserTasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/** Gives to its queue what came back to one person and was left there: nobody else would see that it waits. */
@Service
public class ReturnTasks {

    private static final Logger log = LoggerFactory.getLogger(ReturnTasks.class);

    private final WaitingForOne waiting;
    private final UserTasks engine;
    private final DeskSettings settings;
    private final Clock clock;

    ReturnTasks(WaitingForOne waiting, UserTasks engine, DeskSettings settings, Clock clock) {
        this.waiting = waiting;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many went back; what the engine does not take now goes the next time. */
    public int giveBack() {
        int given = 0;
        for (long task : waiting.since(clock.instant().minus(settings.returnAfter()))) {
            try {
                engine.unassign(task);
                given++;
            } catch (TaskGone | TaskUnanswered e) {
                log.info("Task {} was not given back to its queue: {}", task, e.getMessage());
            }
        }
        return given;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> returnTasksTask(ReturnTasks tasks) {
            return Tasks.recurring("return-tasks", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((entry, context) -> tasks.giveBack());
        }
    }
}
