package io.casewright.prepaid.application;

import io.casewright.prepaid.persistence.PrepaidAccounts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts accounts of which little or nothing is free. */
@Component
class PrepaidMetrics {

    private final PrepaidAccounts accounts;
    private final PrepaidSettings settings;
    private final MultiGauge gauge;

    PrepaidMetrics(PrepaidAccounts accounts, PrepaidSettings settings, MeterRegistry meters) {
        this.accounts = accounts;
        this.settings = settings;
        this.gauge = MultiGauge.builder("casewright.prepaid.accounts")
                .description("Accounts of prepaid hours of which little (low) or nothing (empty) is free")
                .register(meters);
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        var counted = accounts.count(settings.low().below());
        gauge.register(
                List.of(
                        MultiGauge.Row.of(Tags.of("state", "low"), counted.low()),
                        MultiGauge.Row.of(Tags.of("state", "empty"), counted.empty())),
                true);
    }
}
