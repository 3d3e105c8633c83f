package io.casewright.operations.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far the task list is behind the engine, as a metric that is read without asking either. */
@Component
class ListenerFigures {

    private final ReadOperations operations;
    private volatile ListenerLag latest = ListenerLag.NOT_KNOWN;

    ListenerFigures(ReadOperations operations, MeterRegistry meters) {
        this.operations = operations;
        Gauge.builder("casewright.listener.lag", this, figures -> figures.latest.longestSeconds())
                .description(
                        "The longest of the latest tasks from the engine into our list; no number while the engine does not tell")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("casewright.listener.missing", this, figures -> figures.latest.missing())
                .description("How many of the engine's latest tasks are not in our list")
                .register(meters);
    }

    private record ListenerLag(double longestSeconds, double missing) {

        private static final ListenerLag NOT_KNOWN = new ListenerLag(Double.NaN, Double.NaN);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void measure() {
        latest = operations
                .measureLag()
                .map(lag -> new ListenerLag(lag.longest().toMillis() / 1000.0, lag.notWrittenDown()))
                .orElse(ListenerLag.NOT_KNOWN);
    }
}
