package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Collects what a hand-off needs, and tells the customer what came of it. */
@Service
public class HandOffCase {

    private final CaseSteps steps;
    private final EvidenceStore evidence;
    private final CustomerDirectory directory;
    private final UsedRole usedRole;
    private final TransactionOperations transactions;
    private final Clock clock;

    HandOffCase(
            CaseSteps steps,
            EvidenceStore evidence,
            CustomerDirectory directory,
            UsedRole usedRole,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.evidence = evidence;
        this.directory = directory;
        this.usedRole = usedRole;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The evidence on the case, who is behind it, and a draft of the ticket. */
    public record Collected(List<Evidence> evidence, Requester requester, String subject, String ticketText) {

        /** Whether there is evidence of this kind. */
        public boolean has(Evidence.Kind kind) {
            return evidence.stream().anyMatch(each -> each.kind() == kind);
        }

        /** Whether somebody looked under a role that is named. */
        public boolean hasNamedRole() {
            return evidence.stream()
                    .anyMatch(each -> each.kind() == Evidence.Kind.TROUBLESHOOTING && each.role() != null);
        }
    }

    @Transactional(readOnly = true)
    public Collected collect(CaseNumber number) {
        var found = steps.find(number);
        var requester = directory.contact(found.contactId());
        var all = evidence.findByCaseIdOrderById(found.id());
        return new Collected(all, requester, found.request().subject(), TicketText.of(found, requester, all));
    }

    /** Why nobody can have found it out under this role, as a sentence for the agent. Asks Microsoft. */
    public Optional<String> problemWithEvidence(CaseNumber number, @Nullable String role) {
        return usedRole.objectionTo(number, role);
    }

    /**
     * Adds evidence of the given kinds, after a look outside of any transaction whether the role was granted.
     *
     * @throws Overtaken when it is not granted any more
     */
    public void addEvidence(
            CaseNumber number,
            Map<Evidence.Kind, String> texts,
            @Nullable String role,
            @Nullable String agent,
            Step step) {
        var objection = usedRole.objectionTo(number, role);
        transactions.executeWithoutResult(status -> keep(number, texts, role, objection, agent, step));
    }

    private void keep(
            CaseNumber number,
            Map<Evidence.Kind, String> texts,
            @Nullable String role,
            Optional<String> objection,
            @Nullable String agent,
            Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            Overtaken.failOn(number, objection);
            texts.forEach((kind, text) -> evidence.save(supportCase.proves(
                    kind,
                    AgentText.cut(text),
                    kind == Evidence.Kind.TROUBLESHOOTING ? role : null,
                    agent,
                    clock.instant(),
                    step)));
            steps.record(supportCase, Kind.EVIDENCE_ADDED, Actor.agent(agent), step, null);
        });
    }

    /**
     * Why the answer about the vendor's words cannot be taken, as a sentence for the agent.
     *
     * @param solves whether they help the customer; only then the customer needs words
     */
    @Transactional(readOnly = true)
    public Optional<String> problemWithRelay(
            CaseNumber number, @Nullable Boolean solves, @Nullable String words, @Nullable String vendorWords) {
        return problemWithRelay(steps.find(number), solves, words, vendorWords);
    }

    /**
     * Takes whether what the vendor says helps the customer.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public void relay(
            CaseNumber number,
            @Nullable Boolean solves,
            @Nullable String words,
            @Nullable String vendorWords,
            @Nullable String agent,
            Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            Overtaken.failOn(number, problemWithRelay(supportCase, solves, words, vendorWords));
            if (Boolean.TRUE.equals(solves)) {
                recordRelay(supportCase, vendorWords, agent, step);
            } else {
                recordReturn(supportCase, agent, step);
            }
        });
    }

    private static Optional<String> problemWithRelay(
            SupportCase found, @Nullable Boolean solves, @Nullable String words, @Nullable String vendorWords) {
        if (solves == null) {
            return Optional.of("Does it solve the customer's problem: choose one.");
        }
        return solves
                ? AgentText.problemWith(found, "In our own words", words).or(() -> same(words, vendorWords))
                : Optional.empty();
    }

    private void recordRelay(SupportCase supportCase, @Nullable String vendorWords, @Nullable String agent, Step step) {
        steps.record(supportCase, Kind.RELAYED, Actor.agent(agent), step, vendorWords);
    }

    private void recordReturn(SupportCase supportCase, @Nullable String agent, Step step) {
        steps.record(
                supportCase,
                Kind.RETURNED,
                Actor.agent(agent),
                step,
                "The ticket is closed there, but the customer's problem is not solved.");
    }

    private static Optional<String> same(@Nullable String words, @Nullable String vendorWords) {
        return words != null && vendorWords != null && OwnWords.areSame(words, vendorWords)
                ? Optional.of("In our own words: these are the vendor's; write them anew.")
                : Optional.empty();
    }
}
