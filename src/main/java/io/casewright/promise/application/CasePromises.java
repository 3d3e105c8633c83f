package io.casewright.promise.application;

import io.casewright.casefile.application.PromisedTimes;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.promise.application.ReadPromises.Told;
import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Segment;
import io.casewright.promise.domain.TaskOrder;
import io.casewright.promise.persistence.PromiseStore;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the clocks of a case say, for whoever knows cases only. */
@Component
class CasePromises implements PromisedTimes {

    private final ReadPromises promises;
    private final PromiseStore store;
    private final PromisedTerms terms;

    CasePromises(ReadPromises promises, PromiseStore store, PromisedTerms terms) {
        this.promises = promises;
        this.store = store;
        this.terms = terms;
    }

    @Override
    public Instant nextDue(CaseNumber number) {
        return store.nextDue(number).orElseGet(() -> firstResponseOf(number));
    }

    /** Of a case that was answered before there were clocks nothing is kept, so it is as it would be promised now. */
    private Instant firstResponseOf(CaseNumber number) {
        return store.of(number).stream()
                .map(kept -> PromiseClock.of(kept.state()))
                .filter(clock -> clock.kind() == PromiseKind.FIRST_RESPONSE)
                .findFirst()
                .map(PromiseClock::promisedBy)
                .orElseGet(() -> firstResponse(number, store.situationOf(number).severity()));
    }

    @Override
    public Instant firstResponse(CaseNumber number, Severity severity) {
        var by = terms.of(PromiseKind.FIRST_RESPONSE, store.situationOf(number, severity))
                .orElseThrow();
        return by.hours().after(by.since(), by.target());
    }

    @Override
    public int priority(CaseNumber number, int ofSeverity) {
        return TaskOrder.priority(ofSeverity, store.passedByRunning(number));
    }

    @Override
    public List<Promised> of(CaseNumber number) {
        return promises.of(number).stream().map(CasePromises::promised).toList();
    }

    private static Promised promised(Told told) {
        var clock = told.clock();
        var end = clock.endedAt().orElse(told.at());
        var hold = clock.endedAt().isPresent() ? null : clock.hold().orElse(null);
        return new Promised(
                told.id(),
                Kind.valueOf(clock.kind().name()),
                State.valueOf(clock.outcome().name()),
                clock.terms().target(),
                clock.usedPercent(end),
                clock.startedAt(),
                clock.due().orElse(null),
                clock.endedAt().orElse(null),
                hold == null ? null : hold.by(),
                hold == null ? null : hold.why(),
                clock.passings().stream()
                        .map(passing -> new Passed(passing.percent(), passing.at()))
                        .toList(),
                clock.explain(told.at()).stream().map(CasePromises::part).toList());
    }

    private static Part part(Segment segment) {
        Hold hold = segment.hold();
        var by = segment.terms();
        return new Part(
                segment.from(),
                segment.to(),
                segment.state().name(),
                segment.dayOff(),
                hold == null ? null : hold.by(),
                hold == null ? null : hold.why(),
                new Measured(by.plan(), Severity.valueOf(by.severity()), by.calendar(), by.target()));
    }
}
