package io.casewright.casefile.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.SupportCases;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds cases that no process took up and orders their start again. The engine takes a start message without saying
 * whether an instance came of it; that its first step began is the only proof. Ordering twice is harmless, since the
 * engine runs at most one instance per case number; only of those that it took over from a lost engine it does not know that,
 * and they have begun.
 */
@Service
class TakeUpAudit {

    private static final Logger log = LoggerFactory.getLogger(TakeUpAudit.class);

    private final SupportCases cases;
    private final CaseProcess process;
    private final CaseSettings settings;
    private final Clock clock;

    TakeUpAudit(SupportCases cases, CaseProcess process, CaseSettings settings, Clock clock) {
        this.cases = cases;
        this.process = process;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void startWhatWasNotTakenUp() {
        for (SupportCase waiting : cases.findNotTakenUp(clock.instant().minus(settings.takeUpTime()))) {
            if (process.startUnlessBegun(waiting)) {
                log.warn("Case {} has no process yet; its start was ordered again", waiting.number());
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> takeUpAuditTask(TakeUpAudit audit) {
            return Tasks.recurring("take-up-audit", FixedDelay.of(Duration.ofSeconds(30)))
                    .execute((entry, context) -> audit.startWhatWasNotTakenUp());
        }
    }
}
