package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.platform.text.PublicAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What all steps of the process share: find the case, act once per step, keep the timeline. */
@Component
class CaseSteps {

    private final SupportCases cases;
    private final Timeline timeline;
    private final CustomerDirectory directory;
    private final PublicAddress address;
    private final Clock clock;

    CaseSteps(SupportCases cases, Timeline timeline, CustomerDirectory directory, PublicAddress address, Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.directory = directory;
        this.address = address;
        this.clock = clock;
    }

    /** The case; for a transaction that may change it, as it stays until that ends: whoever else wants it waits. */
    SupportCase find(CaseNumber number) {
        return (mayChange() ? cases.hold(number.value()) : cases.findByNumber(number.value()))
                .orElseThrow(() -> new NoSuchElementException("There is no case " + number));
    }

    /**
     * The case for a word from outside, of which several may come at once: each waits for the one before. Empty when there is none of
     * this number.
     */
    Optional<SupportCase> hold(CaseNumber number) {
        return cases.hold(number.value());
    }

    private static boolean mayChange() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** Acts unless this very step has acted before; a concurrent twin fails on the timeline's unique key. */
    void once(SupportCase supportCase, Step step, Consumer<SupportCase> action) {
        if (!hasActed(supportCase, step)) {
            action.accept(supportCase);
        }
    }

    /** What this very step put on the timeline, if it has acted before. */
    Optional<String> textOf(SupportCase supportCase, Step step) {
        return timeline.findByCaseIdAndStepKey(supportCase.id(), step.key()).map(TimelineEntry::text);
    }

    /** When this happened to the case last. */
    Optional<Instant> lastTimeOf(SupportCase supportCase, TimelineEntry.Kind kind) {
        return timeline.findFirstByCaseIdAndKindOrderByIdDesc(supportCase.id(), kind)
                .map(TimelineEntry::recordedAt);
    }

    /** Whether this very step has acted before. */
    boolean hasActed(SupportCase supportCase, Step step) {
        return !step.isFirst() && timeline.existsByCaseIdAndStepKey(supportCase.id(), step.key());
    }

    void record(
            SupportCase supportCase, TimelineEntry.Kind kind, Actor actor, @Nullable Step step, @Nullable String text) {
        timeline.save(supportCase.happened(clock.instant(), kind, actor, step, text));
    }

    Map<String, TriagePlan> triagePlansOf(SupportCase supportCase) {
        return CaseFacts.triagePlans(supportCase, directory.contact(supportCase.contactId()));
    }

    CaseFacts factsOf(SupportCase supportCase) {
        return CaseFacts.of(supportCase, directory.contact(supportCase.contactId()), address);
    }
}
