package io.casewright.casefile.application;

import io.casewright.casefile.persistence.SupportCases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts cases: as they come in, and how many have which status now. */
@Component
@EnableScheduling
class CaseMetrics {

    private final SupportCases cases;
    private final MeterRegistry meters;
    private final MultiGauge byStatus;

    CaseMetrics(SupportCases cases, MeterRegistry meters) {
        this.cases = cases;
        this.meters = meters;
        this.byStatus = MultiGauge.builder("casewright.cases")
                .description("Cases by status")
                .register(meters);
    }

    @TransactionalEventListener
    void count(CaseReceived received) {
        Counter.builder("casewright.cases.registered")
                .description("Requests that became a case")
                .tag("channel", received.channel().name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
    }

    @Scheduled(fixedDelay = 15_000)
    void countByStatus() {
        byStatus.register(
                cases.countByStatus().stream()
                        .map(row -> MultiGauge.Row.of(
                                Tags.of("status", row.getStatus().name()), row.getCases()))
                        .collect(Collectors.toList()),
                true);
    }
}
