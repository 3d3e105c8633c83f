package io.casewright.servicehealth;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Tells operations how old the knowledge is that cases are checked against because Microsoft does not answer: the oldest of all scopes that
 * were asked for lately. A tenant that refuses is no fault to mend here, and a scope nobody asks for ages without harm, so neither counts.
 */
@Component
class HealthAge {

    private static final Duration LATELY = Duration.ofHours(1);

    private final IssueStore store;
    private final Clock clock;

    HealthAge(IssueStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        Gauge.builder("casewright.servicehealth.age", this, HealthAge::seconds)
                .description("Age of the published issues that serve in place of newer ones; 0 while Microsoft answers")
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
    }

    private double seconds() {
        var now = clock.instant();
        return store.oldestUnanswered(now.minus(LATELY))
                .map(read -> Duration.between(read, now).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
