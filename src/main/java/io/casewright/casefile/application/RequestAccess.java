package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.AccessAsked;
import io.casewright.customer.AccessRequests;
import io.casewright.customer.AccessRequests.Progress;
import io.casewright.customer.AccessRequests.State;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.DelegatedAccess;
import io.casewright.customer.SupportAction;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.microsoft.MicrosoftTrouble;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks a customer to delegate the role that the work on a case needs, and follows what becomes of it. */
@Service
public class RequestAccess {

    private final CaseSteps steps;
    private final CustomerDirectory directory;
    private final DelegatedAccess access;
    private final AccessRequests requests;
    private final Advice advice;
    private final Correspondence correspondence;
    private final AccessAsked asked;
    private final TakeBackAccess takeBack;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestAccess(
            CaseSteps steps,
            CustomerDirectory directory,
            DelegatedAccess access,
            AccessRequests requests,
            Advice advice,
            Correspondence correspondence,
            AccessAsked asked,
            TakeBackAccess takeBack,
            TransactionTemplate transaction,
            Clock clock) {
        this.steps = steps;
        this.directory = directory;
        this.access = access;
        this.requests = requests;
        this.advice = advice;
        this.correspondence = correspondence;
        this.asked = asked;
        this.takeBack = takeBack;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A request that an agent may send.
     *
     * @param link where the customer approves it
     * @param words proposed for the customer, in the customer's language
     */
    public record Invitation(String role, String relationshipId, String link, String words) {}

    /** The invitation, or why there is none. */
    public record Prepared(Optional<Invitation> invitation, String problem) {}

    /** What the agent wants to become of the invitation. */
    public enum Decision {
        SEND,
        DROP
    }

    /**
     * Whether the invitation is on its way.
     *
     * @param problem why it is not, as a sentence; empty when it is, or is not to be
     * @param checkEvery how often is looked whether the customer approved
     */
    public record Sent(boolean sent, String problem, Duration checkEvery) {}

    /**
     * Has the request drawn up at Microsoft, which takes seconds; the customer sees nothing of it before it is sent. For the same
     * case and role it is made once, and for a role that is granted not at all.
     *
     * @throws io.casewright.microsoft.MicrosoftUnavailable when no answer can be had now
     */
    public Prepared prepare(CaseNumber number, @Nullable SupportAction action) {
        var found = steps.find(number);
        if (found.status().isEnded()) {
            return refused("The case is %s meanwhile; nothing was requested.".formatted(found.status()));
        }
        if (action == null) {
            return refused("Request delegated access: choose what for.");
        }
        String product = found.request().product();
        String tenant = directory.contact(found.contactId()).tenantId();
        // What was granted or assigned a minute ago counts: a second request for it would only confuse the customer.
        access.forget(tenant);
        var roles = access.grantedBy(tenant);
        var granted = access.leastOf(roles.usable(), action, product);
        if (granted.isPresent()) {
            return refused("To %s, %s suffices, and it is granted.".formatted(action.words(), granted.get()));
        }
        var unassigned = access.leastOf(roles.unassigned(), action, product);
        if (unassigned.isPresent()) {
            return refused("To %s, %s suffices; it is granted, but assigned to nobody. Give it to %s"
                    .formatted(action.words(), unassigned.get(), CheckDelegatedAccess.OUR_GROUP));
        }
        String role = access.leastRoleFor(action, product);
        // Before Microsoft hears of it: what nobody needs any more has to be taken back there, whatever is lost in
        // between.
        if (!isTrue(transaction.execute(status -> want(number, role)))) {
            return refused("The case has ended meanwhile; nothing was requested.");
        }
        try {
            var made = requests.ask(tenant, number.value(), role);
            asked.made(found.id(), role, made.relationshipId());
            String link = made.link().toString();
            return new Prepared(
                    Optional.of(new Invitation(
                            role, made.relationshipId(), link, advice.accessInvitation(role, link, localeOf(found)))),
                    "");
        } catch (MicrosoftRefused e) {
            asked.answered(found.id(), clock.instant());
            return refused(refusalOf(role, e));
        }
    }

    private boolean want(CaseNumber number, String role) {
        var held = steps.find(number);
        if (!held.status().isEnded()) {
            asked.want(held.id(), role, clock.instant());
        }
        return !held.status().isEnded();
    }

    /**
     * Why this cannot be done with the invitation, as a sentence for the agent.
     *
     * @param link where the customer approves the request
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number, Decision decision, @Nullable String words, String link) {
        return problemWith(steps.find(number), decision, words, link);
    }

    /**
     * Opens the request at Microsoft and sends the agent's words to the customer, and lets the case wait for the approval; or has
     * the request taken back.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     * @throws io.casewright.microsoft.MicrosoftUnavailable when no answer can be had now
     */
    public Sent send(
            CaseNumber number,
            Decision decision,
            @Nullable String words,
            Invitation invitation,
            @Nullable String agent,
            Step step) {
        String problem = decision == Decision.SEND ? opened(number, words, invitation, step) : "";
        boolean sends = decision == Decision.SEND && problem.isEmpty();
        transaction.executeWithoutResult(status -> {
            if (sends) {
                invite(number, words, invitation, agent, step);
            } else {
                takeBack.drop(steps.find(number));
            }
        });
        return new Sent(sends, problem, requests.checkEvery());
    }

    /** Why Microsoft does not open it; empty when it did. */
    private String opened(CaseNumber number, @Nullable String words, Invitation invitation, Step step) {
        var found = steps.find(number);
        if (!steps.hasActed(found, step)) {
            Overtaken.failOn(number, problemWith(found, Decision.SEND, words, invitation.link()));
            try {
                requests.open(invitation.relationshipId());
            } catch (MicrosoftRefused e) {
                return refusalOf(invitation.role(), e);
            }
        }
        return "";
    }

    private void invite(
            CaseNumber number, @Nullable String words, Invitation invitation, @Nullable String agent, Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            Overtaken.failOn(number, problemWith(supportCase, Decision.SEND, words, invitation.link()));
            supportCase.awaitAccess();
            correspondence.write(
                    supportCase, new LetterContent.Update(new PublicText(Objects.requireNonNull(words))), step);
            steps.record(supportCase, Kind.ACCESS_REQUESTED, Actor.agent(agent), step, invitation.role());
        });
    }

    private static Optional<String> problemWith(
            SupportCase found, Decision decision, @Nullable String words, String link) {
        return decision == Decision.DROP
                ? Optional.empty()
                : AgentText.problemWith(found, "Words for the customer", words)
                        .or(() -> words != null && words.contains(link)
                                ? Optional.empty()
                                : Optional.of("Words for the customer: they need the link by which the customer"
                                        + " approves."));
    }

    /** Looks once how far the request is, which takes seconds; while Microsoft is away, or refuses to tell, it counts as pending. */
    public Progress look(CaseNumber number, String relationshipId) {
        String tenant = directory.contact(steps.find(number).contactId()).tenantId();
        try {
            return requests.look(tenant, relationshipId);
        } catch (MicrosoftTrouble e) {
            return new Progress(State.PENDING, AgentText.shown("It could not be read: " + e.reason()));
        }
    }

    /**
     * The case waits no longer, whether the customer answered or the agent goes on without; then nobody needs the request any more.
     *
     * @param words what became of the request
     */
    @Transactional
    public CaseFacts settle(CaseNumber number, String words, boolean goesOnWithout, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (!supportCase.awaitsAccess()) {
                return;
            }
            supportCase.stopAwaitingAccess();
            if (goesOnWithout) {
                takeBack.drop(supportCase);
            } else {
                asked.answered(supportCase.id(), clock.instant());
            }
            steps.record(supportCase, Kind.ACCESS_SETTLED, Actor.SYSTEM, step, AgentText.cut(words));
        });
        return steps.factsOf(found);
    }

    private static String refusalOf(String role, MicrosoftRefused refusal) {
        return AgentText.shown("Microsoft does not let us ask for %s: %s".formatted(role, refusal.reason()));
    }

    private static boolean isTrue(@Nullable Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }

    private static Prepared refused(String problem) {
        return new Prepared(Optional.empty(), problem);
    }

    private static Locale localeOf(SupportCase supportCase) {
        return Locale.forLanguageTag(supportCase.request().locale());
    }
}
