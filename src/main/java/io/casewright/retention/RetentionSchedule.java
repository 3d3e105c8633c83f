package io.casewright.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases by age on schedule, on one instance of the application at a time. */
@Configuration(proxyBeanMethods = false)
class RetentionSchedule {

    private static final Logger log = LoggerFactory.getLogger(RetentionSchedule.class);

    @Bean
    Task<Void> retentionTask(EraseOldCases cases, RetentionSettings settings) {
        return Tasks.recurring("retention", FixedDelay.of(settings.every())).execute((entry, context) -> {
            if (settings.closedCasesAfter() != null) {
                int erased = cases.erase(settings.closedCasesAfter(), settings.atOnce());
                if (erased > 0) {
                    log.info("Erased {} cases that ended more than {} ago", erased, settings.closedCasesAfter());
                }
            }
        });
    }
}
