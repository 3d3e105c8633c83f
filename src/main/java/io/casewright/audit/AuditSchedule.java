package io.casewright.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.casewright.platform.engine.EngineSilent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks on schedule, on one instance of the application at a time; it only tells. */
@Configuration(proxyBeanMethods = false)
class AuditSchedule {

    private static final Logger log = LoggerFactory.getLogger(AuditSchedule.class);

    @Bean
    Task<Void> auditTask(
            AuditEngine audit, AuditFindings findings, AuditSettings settings, MeterRegistry meters, Clock clock) {
        Gauge.builder("casewright.audit.findings", findings, AuditFindings::count)
                .description("What MySQL and the engine do not see alike, at more than one look")
                .register(meters);
        return Tasks.recurring("audit", FixedDelay.of(settings.every())).execute((entry, context) -> {
            try {
                findings.keep(audit.look(), clock.instant());
            } catch (EngineSilent e) {
                // Told by the health of the engine.
                log.debug("The engine does not tell what it carries", e);
            }
        });
    }
}
