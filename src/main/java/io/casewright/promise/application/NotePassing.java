package io.casewright.promise.application;

import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.promise.domain.Breach;
import io.casewright.promise.domain.Passing;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.persistence.PromiseStore;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a missed promise on the timeline of its case, and has a person look after it where one is needed. */
@Component
class NotePassing {

    /** The same in all languages, in a zone that it names: who reads it may be anywhere. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CaseSteps steps;
    private final PromiseStore store;
    private final HearPassings hear;
    private final LookAfterBreaches breaches;

    NotePassing(CaseSteps steps, PromiseStore store, HearPassings hear, LookAfterBreaches breaches) {
        this.steps = steps;
        this.store = store;
        this.hear = hear;
        this.breaches = breaches;
    }

    /** Does nothing the second time. */
    @Transactional
    public void note(HearPassings.Passed passed) {
        var supportCase = steps.find(passed.number());
        var clock = PromiseClock.of(store.hold(passed.promise()).orElseThrow().state());
        clock.passings().stream()
                .filter(passing -> passing.isBreach() && passing.percent() == passed.percent())
                .forEach(passing -> record(supportCase, clock, passing));
        if (hear.needsPerson(clock.kind(), passed.percent())
                && clock.endedAt().isEmpty()
                && !supportCase.status().isEnded()) {
            breaches.open(
                    supportCase,
                    new Breach(supportCase.number().value(), passed.promise(), passed.percent()),
                    clock.kind());
        }
    }

    private void record(SupportCase supportCase, PromiseClock clock, Passing missed) {
        String text =
                "%s was due at %s and is missed.".formatted(PromiseNames.of(clock.kind()), TIME.format(missed.at()));
        if (!steps.isRecorded(supportCase, Kind.PROMISE_MISSED, text)) {
            steps.record(supportCase, Kind.PROMISE_MISSED, Actor.SYSTEM, null, text);
        }
    }
}
