package io.casewright.promise.application;

import io.casewright.casefile.application.CaseReopened;
import io.casewright.casefile.application.CaseWritten;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.knownissue.application.CaseUnlinked;
import io.casewright.message.MessageKept;
import io.casewright.message.MessageKind;
import io.casewright.promise.application.PromiseEvents.Changed;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.persistence.CaseSituation;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.promise.persistence.PromiseStore.Kept;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Starts, holds and stops the clocks of a case in the transaction that changes it, before anybody else who hears of the change asks when
 * what is due.
 */
@Component
class KeepPromises {

    /** By which calendar a new case has its hours is known before. */
    private static final int AFTER_PLAN = Ordered.HIGHEST_PRECEDENCE + 1;

    private final PromiseStore store;
    private final PromisedTerms terms;
    private final WakeUps wakeUps;
    private final PromiseEvents events;
    private final Clock clock;

    KeepPromises(PromiseStore store, PromisedTerms terms, WakeUps wakeUps, PromiseEvents events, Clock clock) {
        this.events = events;
        this.store = store;
        this.terms = terms;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @EventListener
    @Order(AFTER_PLAN)
    void written(CaseWritten written) {
        if (written.isNew()) {
            open(store.situationOf(written.number()));
            return;
        }
        var running = store.holdRunning(written.number());
        if (!running.isEmpty()) {
            var situation = store.situationOf(written.number());
            change(running, promise -> follow(promise, situation));
        }
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void kept(MessageKept kept) {
        var message = kept.message();
        if (message.isResponse()) {
            var number = new CaseNumber(message.caseNumber());
            change(store.holdRunning(number), promise -> {
                if (promise.kind() != PromiseKind.RESOLUTION) {
                    promise.stop(message.createdAt());
                }
            });
            // Who keeps messages knows nothing of cases, so there may be none.
            if (message.kind() != MessageKind.CLOSING) {
                store.findSituation(number)
                        .filter(situation -> !situation.status().isEnded())
                        .ifPresent(situation -> start(PromiseKind.NEXT_UPDATE, situation, message.createdAt()));
            }
        }
    }

    /** It is to be solved after all, and its customer waits to hear. What holds the new clocks is known when the case is written. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void reopened(CaseReopened reopened) {
        var situation = store.situationOf(reopened.supportCase().number());
        var now = clock.instant();
        start(PromiseKind.NEXT_UPDATE, situation, now);
        start(PromiseKind.RESOLUTION, situation, now);
    }

    /** The time it waited with the issue counts, as if it had never been linked. */
    @EventListener
    void unlinked(CaseUnlinked unlinked) {
        var now = clock.instant();
        change(
                store.hold(unlinked.number()),
                promise -> promise.takeBack(now, Holds.keyOfIssue(unlinked.knownIssue())));
    }

    /** Starts the clocks of a case that run from when it was received; the next update is promised with the first response. */
    void open(CaseSituation situation) {
        start(PromiseKind.FIRST_RESPONSE, situation, situation.receivedAt());
        start(PromiseKind.RESOLUTION, situation, situation.receivedAt());
    }

    private void start(PromiseKind kind, CaseSituation situation, Instant since) {
        terms.of(kind, situation).ifPresent(by -> {
            var promise = PromiseClock.start(kind, terms.thresholds(), by.from(since));
            if (!situation.status().isEnded()) {
                follow(promise, situation);
            }
            var kept = store.add(situation.number(), promise);
            wakeUps.plan(kept.id(), promise);
            events.started(kept);
        });
    }

    /** Lets something happen to clocks that are held. */
    void change(List<Kept> promises, Consumer<PromiseClock> event) {
        var changed = new ArrayList<Changed>();
        for (Kept kept : promises) {
            var promise = PromiseClock.of(kept.state());
            event.accept(promise);
            if (promise.generation() != kept.state().generation()) {
                store.save(kept, promise);
                wakeUps.plan(kept, promise);
                changed.add(new Changed(kept, promise));
            }
        }
        events.changed(changed);
    }

    private void follow(PromiseClock promise, CaseSituation situation) {
        Instant now = clock.instant();
        if (!promise.terms().severity().equals(situation.severity().name())) {
            terms.of(promise.kind(), situation).ifPresent(by -> promise.measureBy(now, by));
        }
        switch (situation.status()) {
            case WITHDRAWN, DUPLICATE -> promise.drop(now);
            case CLOSED -> close(promise, now);
            default -> hold(promise, situation, now);
        }
    }

    /** A case that closes without a word has told its customer nothing. */
    private static void close(PromiseClock promise, Instant now) {
        if (promise.kind() == PromiseKind.RESOLUTION) {
            promise.stop(now);
        } else {
            promise.drop(now);
        }
    }

    private static void hold(PromiseClock promise, CaseSituation situation, Instant now) {
        var hold = Holds.of(promise.kind(), situation);
        if (hold.isPresent() && !hold.equals(promise.hold())) {
            promise.pause(now, hold.get());
        } else if (hold.isEmpty() && promise.hold().isPresent()) {
            promise.resume(now);
        }
    }
}
