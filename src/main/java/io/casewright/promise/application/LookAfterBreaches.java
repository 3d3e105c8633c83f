package io.casewright.promise.application;

import io.casewright.casefile.domain.SupportCase;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.promise.domain.Breach;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.persistence.Breaches;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a duty manager look after a breach, until somebody did or the promise is awaited no more. */
@Component
class LookAfterBreaches {

    private final Breaches breaches;
    private final EngineOutbox engine;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LookAfterBreaches(Breaches breaches, EngineOutbox engine, ApplicationEventPublisher events, Clock clock) {
        this.breaches = breaches;
        this.engine = engine;
        this.events = events;
        this.clock = clock;
    }

    /** The same breach again changes nothing. */
    void open(SupportCase supportCase, Breach breach, PromiseKind kind) {
        if (breaches.add(breach, clock.instant())) {
            start(breach);
            events.publishEvent(
                    new BreachOpened(supportCase.number(), breach.key(), kind, breach.percent(), supportCase.queue()));
        }
    }

    void start(Breach breach) {
        engine.send(EngineMessage.starting(
                        PromiseMessages.BREACHED,
                        breach.key(),
                        Map.of("caseNumber", breach.caseNumber(), "breach", breach.key()))
                .urgently());
    }

    @EventListener
    void changed(PromiseChanged changed) {
        if (changed.hasEnded()) {
            for (var breach : breaches.openOf(changed.promise())) {
                breaches.settle(breach, clock.instant());
                engine.send(EngineMessage.to(breach.key(), PromiseMessages.SETTLED, Map.of()));
            }
        }
    }
}
