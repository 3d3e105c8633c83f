package io.casewright.statement.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.casewright.platform.time.PartnerDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the drafts of the past month on the first days of the next, on one instance of the application at a time. */
@Configuration(proxyBeanMethods = false)
class StatementSchedule {

    private static final Logger log = LoggerFactory.getLogger(StatementSchedule.class);

    @Bean
    Task<Void> statementDraftsTask(MakeDrafts drafts, StatementSettings settings, PartnerDays days) {
        return Tasks.recurring("statement-drafts", Schedules.cron(settings.cron(), days.zone()))
                .execute((entry, context) -> {
                    var month = drafts.pastMonth();
                    int made = drafts.make(month);
                    if (made > 0) {
                        log.info("Made {} drafts of statements for {}", made, month);
                    }
                });
    }
}
