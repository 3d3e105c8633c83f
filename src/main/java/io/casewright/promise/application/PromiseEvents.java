package io.casewright.promise.application;

import io.casewright.promise.domain.Passing;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.persistence.PromiseStore.Kept;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what became of a clock, in whatever way it came about. */
@Component
class PromiseEvents {

    private final ApplicationEventPublisher events;

    PromiseEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    void started(Kept kept) {
        tell(kept, kept.state().passings(), false);
    }

    void changed(Kept before, PromiseClock after) {
        var passings = after.passings();
        tell(
                before,
                passings.subList(before.state().passings().size(), passings.size()),
                after.endedAt().isPresent());
    }

    private void tell(Kept kept, List<Passing> passed, boolean hasEnded) {
        var kind = kept.state().kind();
        passed.forEach(passing -> events.publishEvent(
                new PromisePassed(kept.number(), kept.id(), kind, passing.percent(), passing.at())));
        events.publishEvent(new PromiseChanged(kept.number(), kept.id(), hasEnded));
    }
}
