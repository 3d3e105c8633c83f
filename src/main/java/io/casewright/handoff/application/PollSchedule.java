package io.casewright.handoff.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the desks again and again; one instance of the application at a time. */
@Configuration(proxyBeanMethods = false)
class PollSchedule {

    @Bean
    Task<Void> followTicketsTask(FollowTickets followTickets, HandOffSettings settings) {
        return Tasks.recurring("follow-tickets", FixedDelay.of(settings.pollEvery()))
                .execute((entry, context) -> followTickets.pollOnce());
    }
}
