package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.AccessAsked;
import io.casewright.casefile.persistence.AccessAsked.Asked;
import io.casewright.customer.AccessRequests;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.EndAccess;
import io.casewright.customer.EndAccess.Left;
import io.casewright.customer.EndAccess.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what a customer was asked for, once nobody needs it any more, and follows it until nothing is left of it. */
@Service
public class TakeBackAccess {

    /** A request that was being made when nobody needed it any more may still turn up at Microsoft. */
    private static final Duration MAY_TURN_UP = Duration.ofHours(1);

    private final CaseSteps steps;
    private final CaseProcess process;
    private final AccessAsked asked;
    private final AccessRequests requests;
    private final EndAccess endAccess;
    private final CustomerDirectory directory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeBackAccess(
            CaseSteps steps,
            CaseProcess process,
            AccessAsked asked,
            AccessRequests requests,
            EndAccess endAccess,
            CustomerDirectory directory,
            TransactionTemplate transaction,
            Clock clock) {
        this.steps = steps;
        this.process = process;
        this.asked = asked;
        this.requests = requests;
        this.endAccess = endAccess;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a person decides of access that Microsoft does not let us end. */
    public enum Decision {
        /** It is ended by hand; whether it is, is looked up. */
        ENDED,
        /** It stays. */
        KEEP
    }

    /**
     * How it stands now.
     *
     * @param problem why Microsoft does not end it; empty when a person need not know
     */
    public record Standing(Left left, String role, String problem, Instant lookAgainAt, CaseFacts facts) {}

    /** A case ends: nobody needs what its customer was asked for. In the transaction that ends it: either both, or none. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropAllOf(CaseEnded ended) {
        drop(steps.find(ended.number()));
    }

    /** In the current transaction; what is dropped already stays so. */
    void drop(SupportCase supportCase) {
        asked.drop(supportCase.id(), clock.instant()).forEach(process::startTakingBack);
    }

    /** Why this cannot be taken, as a sentence for the agent. */
    public Optional<String> problemWith(@Nullable Decision decision) {
        return decision == null ? Optional.of("What becomes of it: choose one.") : Optional.empty();
    }

    /**
     * Goes as far as Microsoft lets us now, which takes seconds, and puts on the case what is new of it. Done again it goes on
     * from there, and says nothing twice.
     *
     * @param decision what a person decided; null when nobody was asked
     * @param agent who decided
     * @throws io.casewright.microsoft.MicrosoftTrouble when it cannot be told how it stands
     */
    public Standing takeBack(long id, @Nullable Decision decision, @Nullable String agent, Step step) {
        var request = asked.find(id).orElseThrow(() -> new NoSuchElementException("There is no request " + id));
        if (!request.unneeded()) {
            return standing(request, new Outcome(Left.NOTHING, "", Duration.ZERO));
        }
        var outcome = decision == Decision.KEEP
                ? new Outcome(Left.NOTHING, "It stays at Microsoft, as somebody of us decided.", Duration.ZERO)
                : atMicrosoft(request);
        transaction.executeWithoutResult(
                status -> keep(request, outcome, agent == null ? Actor.SYSTEM : Actor.agent(agent), step));
        return standing(request, outcome);
    }

    private Outcome atMicrosoft(Asked request) {
        String tenant =
                directory.contact(steps.find(numberOf(request)).contactId()).tenantId();
        var relationship = Optional.ofNullable(request.relationshipId())
                .or(() -> requests.find(tenant, request.caseNumber(), request.role()));
        if (relationship.isPresent()) {
            return endAccess.end(tenant, relationship.get());
        }
        boolean mayTurnUp = request.askedAt().plus(MAY_TURN_UP).isAfter(clock.instant());
        return mayTurnUp
                ? new Outcome(Left.ENDING, "", MAY_TURN_UP)
                : new Outcome(Left.NOTHING, "Microsoft never made it.", Duration.ZERO);
    }

    private void keep(Asked request, Outcome outcome, Actor actor, Step step) {
        var supportCase = steps.find(numberOf(request));
        if (steps.hasActed(supportCase, step)) {
            return;
        }
        // Who needs it again is told by their own request.
        boolean isNew = outcome.left() != Left.NOTHING || asked.settle(request.id(), clock.instant());
        String words = AgentText.cut("The request for %s: %s".formatted(request.role(), outcome.words()));
        if (isNew && !outcome.words().isEmpty() && !steps.isRecorded(supportCase, Kind.ACCESS_UNNEEDED, words)) {
            steps.record(supportCase, Kind.ACCESS_UNNEEDED, actor, step, words);
        }
    }

    private Standing standing(Asked request, Outcome outcome) {
        return new Standing(
                outcome.left(),
                request.role(),
                outcome.left() == Left.ACCESS ? AgentText.shown(outcome.words()) : "",
                clock.instant().plus(outcome.lookAgainAfter()),
                transaction.execute(status -> steps.factsOf(steps.find(numberOf(request)))));
    }

    private static CaseNumber numberOf(Asked request) {
        return new CaseNumber(request.caseNumber());
    }
}
