package io.casewright.handoff.application;

import io.casewright.handoff.persistence.VendorTickets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells operations how the tickets at the desks stand, and how long ago and how fast they were asked about. */
@Component
class PollMetrics {

    private final VendorTickets tickets;
    private final Clock clock;
    private final Timer duration;
    private final MultiGauge byState;
    private volatile Instant lastPoll;

    PollMetrics(VendorTickets tickets, Clock clock, MeterRegistry meters) {
        this.tickets = tickets;
        this.clock = clock;
        this.lastPoll = clock.instant();
        this.duration = Timer.builder("casewright.vendor.poll")
                .description("How long it takes to ask the desks about all tickets")
                .register(meters);
        this.byState = MultiGauge.builder("casewright.vendor.tickets")
                .description("Tickets at Microsoft, providers and vendors that are not closed")
                .register(meters);
        Gauge.builder("casewright.vendor.poll.lag", this, PollMetrics::secondsSincePoll)
                .description("Time since the desks were last asked by this instance")
                .baseUnit("seconds")
                .register(meters);
    }

    <T> T timed(Supplier<T> poll) {
        var sample = Timer.start();
        try {
            return poll.get();
        } finally {
            sample.stop(duration);
            lastPoll = clock.instant();
        }
    }

    private double secondsSincePoll() {
        return Duration.between(lastPoll, clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(fixedDelay = 15_000)
    void countByStanding() {
        byState.register(
                tickets.countByStanding().stream()
                        .map(each -> MultiGauge.Row.of(Tags.of("state", each.getStanding()), each.getTickets()))
                        .collect(Collectors.toList()),
                true);
    }
}
