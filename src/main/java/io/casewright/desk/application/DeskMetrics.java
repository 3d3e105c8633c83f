package io.casewright.desk.application;

import io.casewright.casefile.domain.Severity;
import io.casewright.desk.persistence.DeskMeasures;
import io.casewright.desk.persistence.DeskMeasures.QueueAge;
import io.casewright.message.MessageKept;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/** Measures how long customers wait for a first response and tasks for somebody to take them; a look at the figures asks no database. */
@Component
class DeskMetrics {

    private static final Logger log = LoggerFactory.getLogger(DeskMetrics.class);

    private final DeskMeasures measures;
    private final MeterRegistry meters;
    private final Clock clock;
    private final MultiGauge ages;
    private final MultiGauge waiting;
    private final AtomicLong overdue = new AtomicLong();

    DeskMetrics(DeskMeasures measures, MeterRegistry meters, Clock clock) {
        this.measures = measures;
        this.meters = meters;
        this.clock = clock;
        this.ages = MultiGauge.builder("casewright.queue.age")
                .description("How long the oldest task of a queue has waited for somebody to take it")
                .baseUnit("seconds")
                .register(meters);
        this.waiting = MultiGauge.builder("casewright.queue.tasks")
                .description("Tasks of a queue that nobody has taken")
                .register(meters);
        Gauge.builder("casewright.first.response.overdue", overdue, AtomicLong::get)
                .description("Open cases without a first response in the promised time")
                .register(meters);
        // Counted from zero, so that the first one is seen as one.
        for (Severity severity : Severity.values()) {
            List.of(true, false).forEach(inTime -> firstResponses(severity.name(), inTime));
        }
    }

    @TransactionalEventListener
    void answered(MessageKept kept) {
        var message = kept.message();
        if (!message.isResponse()) {
            return;
        }
        measures.firstResponse(message.caseNumber(), message.id())
                .ifPresent(first ->
                        firstResponses(first.severity(), first.inTime()).record(first.took()));
    }

    private Timer firstResponses(String severity, boolean inTime) {
        return Timer.builder("casewright.first.response")
                .description("From the request to the first response, which no acknowledgement is")
                .tag("severity", severity.toLowerCase(Locale.ROOT))
                .tag("promise", inTime ? "kept" : "broken")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT15S")
    void measure() {
        try {
            var queues = measures.queueAges(clock.instant());
            ages.register(rows(queues, QueueAge::oldestSeconds), true);
            waiting.register(rows(queues, QueueAge::tasks), true);
            overdue.set(measures.overdue(clock.instant()));
        } catch (DataAccessException | TransactionException e) {
            log.debug("The Desk is not measured while the database does not answer", e);
        }
    }

    private static List<Row<?>> rows(List<QueueAge> queues, ToLongFunction<QueueAge> figure) {
        return queues.stream()
                .<Row<?>>map(queue -> Row.of(
                        Tags.of("queue", Objects.requireNonNullElse(queue.queue(), "none")), figure.applyAsLong(queue)))
                .toList();
    }
}
