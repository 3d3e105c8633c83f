package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.Timeline;
import io.casewright.customer.CustomerDirectory;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.PlanVersion;
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
public class CaseSteps {

    private final SupportCases cases;
    private final Timeline timeline;
    private final CustomerDirectory directory;
    private final Plans plans;
    private final PublicAddress address;
    private final CaseSettings settings;
    private final PromisedTimes promised;
    private final Clock clock;

    CaseSteps(
            SupportCases cases,
            Timeline timeline,
            CustomerDirectory directory,
            Plans plans,
            PublicAddress address,
            CaseSettings settings,
            PromisedTimes promised,
            Clock clock) {
        this.promised = promised;
        this.cases = cases;
        this.timeline = timeline;
        this.directory = directory;
        this.plans = plans;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    /** The case; for a transaction that may change it, as it stays until that ends: whoever else wants it waits. */
    public SupportCase find(CaseNumber number) {
        return (mayChange() ? cases.hold(number.value()) : cases.findByNumber(number.value()))
                .orElseThrow(() -> new NoSuchElementException("There is no case " + number));
    }

    /**
     * The case for a word from outside, of which several may come at once: each waits for the one before. Empty when there is none of
     * this number.
     */
    public Optional<SupportCase> hold(CaseNumber number) {
        return cases.hold(number.value());
    }

    private static boolean mayChange() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** Acts unless this very step has acted before; a concurrent twin fails on the timeline's unique key. */
    public void once(SupportCase supportCase, Step step, Consumer<SupportCase> action) {
        if (!hasActed(supportCase, step)) {
            action.accept(supportCase);
        }
    }

    /** What this very step put on the timeline, if it has acted before. */
    Optional<String> textOf(SupportCase supportCase, Step step) {
        return timeline.findByCaseIdAndStepKey(supportCase.id(), step.key()).map(TimelineEntry::text);
    }

    /** Whether the timeline says just this of it. */
    public boolean isRecorded(SupportCase supportCase, TimelineEntry.Kind kind, String text) {
        return timeline.findByCaseIdAndKind(supportCase.id(), kind).stream()
                .anyMatch(entry -> text.equals(entry.text()));
    }

    /** When this happened to the case last. */
    public Optional<Instant> lastTimeOf(SupportCase supportCase, TimelineEntry.Kind kind) {
        return timeline.findFirstByCaseIdAndKindOrderByIdDesc(supportCase.id(), kind)
                .map(TimelineEntry::recordedAt);
    }

    /** Whether this very step has acted before. */
    boolean hasActed(SupportCase supportCase, Step step) {
        return !step.isFirst() && timeline.existsByCaseIdAndStepKey(supportCase.id(), step.key());
    }

    public void record(
            SupportCase supportCase, TimelineEntry.Kind kind, Actor actor, @Nullable Step step, @Nullable String text) {
        timeline.save(supportCase.happened(clock.instant(), kind, actor, step, text));
    }

    Map<String, TriagePlan> triagePlansOf(SupportCase supportCase) {
        return CaseFacts.triagePlans(supportCase.number(), promised, settings.priority());
    }

    public CaseFacts factsOf(SupportCase supportCase) {
        if (mayChange()) {
            // The clocks go by what is written.
            cases.flush();
        }
        return CaseFacts.of(
                supportCase, directory.contact(supportCase.contactId()), address, promised, settings.priority());
    }

    /** The version of its customer's plan under which it was begun. */
    PlanVersion planOf(SupportCase supportCase) {
        return plans.ofCase(supportCase.number().value());
    }

    /** Until when a first response is promised. */
    Instant firstResponseOf(SupportCase supportCase) {
        return promised.firstResponse(supportCase.number(), supportCase.severity());
    }
}
