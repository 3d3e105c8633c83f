package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.PlannedAction;
import io.casewright.casefile.domain.PlannedAction.State;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.casefile.persistence.PlannedActions;
import io.casewright.customer.CustomerDirectory;
import io.casewright.subscription.ChangeOutcome;
import io.casewright.subscription.ChangeSubscription;
import io.casewright.subscription.SubscriptionChange;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out an approved change at Partner Center, outside of any transaction, and keeps what was read back. */
@Service
public class PerformAction {

    private final CaseSteps steps;
    private final CustomerDirectory directory;
    private final PlannedActions actions;
    private final EvidenceStore evidence;
    private final ChangeSubscription changeSubscription;
    private final CaseSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    PerformAction(
            CaseSteps steps,
            CustomerDirectory directory,
            PlannedActions actions,
            EvidenceStore evidence,
            ChangeSubscription changeSubscription,
            CaseSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.directory = directory;
        this.actions = actions;
        this.evidence = evidence;
        this.changeSubscription = changeSubscription;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How far it got; the names in lower case are what the model asks for. */
    public enum Outcome {
        /** Read back: it took effect. */
        PERFORMED,
        /** Nothing was changed, and it will not be. */
        REFUSED,
        /** Microsoft is not done; it is looked at again. */
        LATER,
        /** Nobody knows; a person looks. */
        UNCLEAR
    }

    /**
     * What came of it.
     *
     * @param report what was read back, or why not, for an agent
     * @param lookAgainAt null unless it is looked at again
     */
    public record Performed(
            Outcome outcome, String report, @Nullable Instant lookAgainAt) {}

    /** What is asked for. */
    private record Order(String tenantId, SubscriptionChange change, UUID key, boolean asked) {}

    /**
     * Performs the action that was approved last, unless that is done.
     *
     * @throws io.casewright.microsoft.MicrosoftUnavailable when Partner Center cannot be asked now
     */
    public Performed perform(CaseNumber number, Step step) {
        var order = transactions.execute(status -> begin(steps.find(number)));
        if (order.isPresent()) {
            var wish = order.get();
            var outcome = changeSubscription.make(wish.tenantId, wish.change, wish.key, wish.asked);
            return transactions.execute(status -> keep(steps.find(number), outcome, step));
        }
        return transactions.execute(status -> known(steps.find(number)));
    }

    /** The key is kept before the call; empty when nothing is left to do. */
    private Optional<Order> begin(SupportCase found) {
        var action = actions.latestOf(found);
        boolean toBegin = action.state() == State.APPROVED && !found.status().isEnded();
        if (!toBegin && action.state() != State.PERFORMING) {
            return Optional.empty();
        }
        action.perform(UUID.randomUUID(), clock.instant());
        var change = action.change().orElseThrow();
        var kind = SubscriptionChange.Kind.of(action.action())
                .orElseThrow(() ->
                        new IllegalStateException("Case " + found.number() + ": no system can do " + action.action()));
        return Optional.of(new Order(
                directory.contact(found.contactId()).tenantId(),
                new SubscriptionChange(kind, change.subscriptionId(), change.quantity()),
                action.requestId().orElseThrow(),
                !toBegin));
    }

    private Performed keep(SupportCase found, ChangeOutcome outcome, Step step) {
        var action = actions.latestOf(found);
        if (action.state() != State.PERFORMING) {
            return known(found);
        }
        return switch (outcome.state()) {
            case MADE -> ended(found, action, true, outcome.report(), step);
            case REFUSED -> ended(found, action, false, outcome.report(), step);
            case UNCLEAR -> unclear(found, action, outcome.report(), step);
            case GOES_ON -> goesOn(found, action, outcome, step);
        };
    }

    private Performed ended(SupportCase found, PlannedAction action, boolean done, String report, Step step) {
        action.performed(done, report);
        if (done) {
            evidence.save(found.proves(Evidence.Kind.COMMERCIAL, report, null, null, clock.instant(), step));
        }
        steps.record(found, done ? Kind.CARRIED_OUT : Kind.FAILED, Actor.SYSTEM, step, report);
        return known(found);
    }

    private Performed unclear(SupportCase found, PlannedAction action, String report, Step step) {
        action.leaveOpen(report);
        steps.record(found, Kind.PERFORMING, Actor.SYSTEM, step, report);
        return known(found);
    }

    /** The timeline hears of it once, however often it is looked at; without a step, since that may still end it. */
    private Performed goesOn(SupportCase found, PlannedAction action, ChangeOutcome outcome, Step step) {
        var since = action.performingSince().orElseThrow();
        if (since.plus(settings.actionTime()).isBefore(clock.instant())) {
            return unclear(
                    found,
                    action,
                    "Microsoft has not confirmed it in %d hours. Look at the subscription in Partner Center. %s"
                            .formatted(settings.actionTime().toHours(), outcome.report()),
                    step);
        }
        if (action.report().isEmpty()) {
            steps.record(found, Kind.PERFORMING, Actor.SYSTEM, null, outcome.report());
        }
        action.waitOn(outcome.report(), UUID.randomUUID());
        return new Performed(Outcome.LATER, outcome.report(), clock.instant().plus(outcome.lookAgainIn()));
    }

    private Performed known(SupportCase found) {
        var action = actions.latestOf(found);
        return switch (action.state()) {
            case DONE -> new Performed(Outcome.PERFORMED, action.report().orElse(""), null);
            case FAILED -> new Performed(Outcome.REFUSED, action.report().orElse(""), null);
            case UNCLEAR -> new Performed(Outcome.UNCLEAR, action.report().orElse(""), null);
            case PROPOSED, APPROVED, DECLINED, PERFORMING ->
                new Performed(
                        Outcome.REFUSED,
                        "The case is %s meanwhile; nothing was changed.".formatted(found.status()),
                        null);
        };
    }
}
