package io.casewright.servicehealth;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells operations how old the knowledge about published issues is. */
@Component
class FeedAge {

    private final ServiceHealth health;
    private final Clock clock;

    FeedAge(ServiceHealth health, Clock clock, MeterRegistry meters) {
        this.health = health;
        this.clock = clock;
        Gauge.builder("casewright.servicehealth.age", this, FeedAge::seconds)
                .description("Time since the published issues were last read with success; NaN before the first time")
                .baseUnit("seconds")
                .register(meters);
    }

    private double seconds() {
        return health.lastSuccess()
                .map(read -> Duration.between(read, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
