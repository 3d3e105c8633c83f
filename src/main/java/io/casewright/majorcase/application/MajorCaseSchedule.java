package io.casewright.majorcase.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for major cases again and again; one instance of the application at a time. */
@Configuration(proxyBeanMethods = false)
class MajorCaseSchedule {

    @Bean
    Task<Void> majorCaseCheckTask(DetectMajorCases detection, MajorCaseAudit audit) {
        return Tasks.recurring("major-case-check", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((entry, context) -> {
                    detection.detect();
                    audit.audit();
                });
    }
}
