package io.casewright.platform.engine.place;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets messages that no engine holds any more; a day's grace, since nobody sends while an engine is lost. */
@Configuration(proxyBeanMethods = false)
class MessageSchedule {

    private static final Duration GRACE = Duration.ofDays(1);

    @Bean
    Task<Void> forgetMessagesTask(SentMessages messages, List<LastingMessages> lasting, Clock clock) {
        var kept = lasting.stream().flatMap(each -> each.names().stream()).toList();
        return Tasks.recurring("forget-messages", FixedDelay.of(Duration.ofHours(1)))
                .execute((entry, context) ->
                        messages.forgetKeptUntil(clock.instant().minus(GRACE), kept));
    }
}
