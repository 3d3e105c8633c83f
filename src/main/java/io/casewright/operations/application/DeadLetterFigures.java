package io.casewright.operations.application;

import io.casewright.platform.deadletter.Crossing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How many dead letters there are, as a metric that is read without asking the database. */
@Component
class DeadLetterFigures {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterFigures.class);

    private final Map<Crossing, AtomicLong> counts;

    DeadLetterFigures(List<Crossing> crossings, MeterRegistry meters) {
        counts = crossings.stream().collect(Collectors.toMap(Function.identity(), crossing -> new AtomicLong()));
        counts.forEach((crossing, count) -> Gauge.builder("casewright.dead.letters", count, AtomicLong::get)
                .description("What could not reach where it was meant to go and waits for a person")
                .tag("crossing", crossing.id())
                .register(meters));
    }

    @Scheduled(fixedDelayString = "PT30S")
    void count() {
        try {
            counts.forEach((crossing, count) -> count.set(crossing.count()));
        } catch (DataAccessException | TransactionException e) {
            log.debug("Dead letters are not counted while the database does not answer", e);
        }
    }
}
