package io.casewright.promise.application;

import io.casewright.promise.domain.PromiseClock.Outcome;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.promise.persistence.PromiseStore.Running;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts thresholds as they are passed, and the clocks that run. */
@Component
class PromiseMetrics {

    private final PromiseStore store;
    private final MeterRegistry meters;
    private final MultiGauge running;

    PromiseMetrics(PromiseStore store, MeterRegistry meters, PromiseSettings settings) {
        this.store = store;
        this.meters = meters;
        this.running = MultiGauge.builder("casewright.promises")
                .description("Promises that are still to be kept, by what is promised and whether it is breached")
                .register(meters);
        for (var kind : PromiseKind.values()) {
            // A counter that is there from the beginning grows from nothing when the first one is passed.
            settings.thresholds().forEach(percent -> passed(kind, percent));
        }
    }

    @TransactionalEventListener
    void count(PromisePassed passed) {
        passed(passed.kind(), passed.percent()).increment();
    }

    @Scheduled(fixedDelay = 15_000)
    void countRunning() {
        List<Running> counted = store.countRunning();
        running.register(
                Stream.of(PromiseKind.values())
                        .flatMap(kind -> Stream.of(Outcome.OPEN, Outcome.BREACHED)
                                .map(outcome -> MultiGauge.Row.of(
                                        Tags.of("kind", name(kind), "state", name(outcome)),
                                        counted.stream()
                                                .filter(each -> each.kind() == kind && each.outcome() == outcome)
                                                .mapToLong(Running::clocks)
                                                .sum())))
                        .collect(Collectors.toList()),
                true);
    }

    private Counter passed(PromiseKind kind, int percent) {
        return Counter.builder("casewright.promises.passed")
                .description("Thresholds that promises passed; at 100 percent one is breached")
                .tag("kind", name(kind))
                .tag("percent", Integer.toString(percent))
                .register(meters);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
