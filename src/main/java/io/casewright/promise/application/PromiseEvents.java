package io.casewright.promise.application;

import io.casewright.casefile.domain.CaseNumber;
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

    /** A clock as it was, and what became of it. */
    record Changed(Kept before, PromiseClock after) {}

    void started(Kept kept) {
        tell(kept, kept.state().passings(), false);
        moved(kept.number());
    }

    void changed(Kept before, PromiseClock after) {
        changed(List.of(new Changed(before, after)));
    }

    /** Of whatever cases. */
    void changed(List<Changed> all) {
        for (var each : all) {
            var passings = each.after().passings();
            tell(
                    each.before(),
                    passings.subList(each.before().state().passings().size(), passings.size()),
                    each.after().endedAt().isPresent());
        }
        all.stream().map(each -> each.before().number()).distinct().forEach(this::moved);
    }

    private void moved(CaseNumber number) {
        events.publishEvent(new PromisesMoved(number));
    }

    private void tell(Kept kept, List<Passing> passed, boolean hasEnded) {
        var kind = kept.state().kind();
        passed.forEach(passing -> events.publishEvent(
                new PromisePassed(kept.number(), kept.id(), kind, passing.percent(), passing.at())));
        events.publishEvent(new PromiseChanged(kept.number(), kept.id(), hasEnded));
    }
}
