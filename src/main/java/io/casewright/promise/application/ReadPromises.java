package io.casewright.promise.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.persistence.PromiseStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was promised for a case, and how it stands. */
@Service
public class ReadPromises {

    private final PromiseStore store;
    private final Clock clock;

    ReadPromises(PromiseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One promise.
     *
     * @param at the instant for which everything else is told
     */
    public record Told(long id, PromiseClock clock, Instant at) {}

    /** All of a case, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Told> of(CaseNumber number) {
        var now = clock.instant();
        return store.of(number).stream()
                .map(kept -> new Told(kept.id(), PromiseClock.of(kept.state()), now))
                .toList();
    }

    /** When the next of them is due; empty when nothing is promised now. Sees what the running transaction has written. */
    public Optional<Instant> nextDue(CaseNumber number) {
        return store.nextDue(number);
    }
}
