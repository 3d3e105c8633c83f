package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Diagnosis;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.NextStep;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.EvidenceStore;
import io.casewright.platform.text.InputText;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Records what an agent found out, with its evidence, and what comes next. */
@Service
public class RecordDiagnosis {

    private final CaseSteps steps;
    private final UsedRole usedRole;
    private final EvidenceStore evidence;
    private final TransactionOperations transactions;
    private final Clock clock;

    RecordDiagnosis(
            CaseSteps steps,
            UsedRole usedRole,
            EvidenceStore evidence,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.usedRole = usedRole;
        this.evidence = evidence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What an agent answered; nothing here is trusted to be complete.
     *
     * @param severityShown how urgent the case was by the form; null where it did not say
     * @param knownIssue as Microsoft writes it, however it was typed
     */
    public record Findings(
            @Nullable Category category,
            @Nullable Severity severity,
            @Nullable Severity severityShown,
            @Nullable String findings,
            @Nullable String stepsTried,
            @Nullable String roleUsed,
            @Nullable String scope,
            @Nullable String impact,
            @Nullable String reproduction,
            @Nullable String knownIssue,
            @Nullable String question,
            @Nullable String advice,
            @Nullable Queue handTo,
            @Nullable NextStep nextStep,
            @Nullable String handOffCategory) {

        public Findings {
            knownIssue = knownIssue == null ? null : knownIssue.strip().toUpperCase(Locale.ROOT);
        }

        /** Once there is no problem with it. */
        private Diagnosis diagnosis(Severity severity) {
            return new Diagnosis(
                    Objects.requireNonNull(category),
                    severity,
                    Objects.requireNonNull(findings),
                    Objects.requireNonNull(nextStep),
                    handOffCategory,
                    nextStep == NextStep.KNOWN_ISSUE ? knownIssue : null);
        }
    }

    /**
     * What came of it.
     *
     * @param facts the case after the step
     * @param handedOver whether another queue goes on with the diagnosis
     * @param knownIssue id of the issue the case waits for, if it does
     */
    public record Outcome(CaseFacts facts, boolean handedOver, Optional<String> knownIssue) {}

    /** Why this cannot be recorded, as a sentence for the agent. Asks Microsoft whether the role was granted. */
    public Optional<String> problemWith(CaseNumber number, Findings findings) {
        var objection = usedRole.objectionTo(number, findings.roleUsed);
        return transactions.execute(status -> problemWith(steps.find(number), findings, objection));
    }

    /**
     * Looks outside of any transaction whether the role was granted, then records.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     */
    public Outcome record(CaseNumber number, Findings findings, @Nullable String agent, Step step) {
        var objection = usedRole.objectionTo(number, findings.roleUsed);
        return transactions.execute(status -> {
            var found = steps.find(number);
            if (!steps.hasActed(found, step)) {
                Overtaken.failOn(number, problemWith(found, findings, objection));
                record(found, findings, agent, step);
            }
            boolean handedOver = findings.handTo != null;
            return new Outcome(steps.factsOf(found), handedOver, handedOver ? Optional.empty() : found.knownIssue());
        });
    }

    private void record(SupportCase supportCase, Findings findings, @Nullable String agent, Step step) {
        if (findings.handTo != null) {
            supportCase.handTo(findings.handTo, findings.findings);
            steps.record(supportCase, Kind.HANDED_OVER, Actor.agent(agent), step, findings.handTo.group());
            return;
        }
        var diagnosis = findings.diagnosis(severityBy(findings, supportCase, agent));
        supportCase.diagnose(diagnosis);
        keep(supportCase, Evidence.Kind.TROUBLESHOOTING, findings.stepsTried, findings.roleUsed, agent, step);
        keep(supportCase, Evidence.Kind.SCOPE, findings.scope, null, agent, step);
        keep(supportCase, Evidence.Kind.IMPACT, findings.impact, null, agent, step);
        keep(supportCase, Evidence.Kind.REPRODUCTION, findings.reproduction, null, agent, step);
        steps.record(supportCase, Kind.DIAGNOSED, Actor.agent(agent), step, diagnosis.findings());
    }

    private Severity severityBy(Findings findings, SupportCase supportCase, @Nullable String agent) {
        var chosen = Objects.requireNonNull(findings.severity);
        if (supportCase.isAsUrgentAs(findings.severityShown)) {
            return chosen;
        }
        if (chosen != findings.severityShown && chosen != supportCase.severity()) {
            steps.record(supportCase, Kind.SEVERITY_KEPT, Actor.agent(agent), null, chosen.name());
        }
        return supportCase.severity();
    }

    /** Whoever hands a case over need not have found anything yet. */
    private static Optional<String> problemWith(SupportCase found, Findings findings, Optional<String> objection) {
        if (findings.handTo != null && !found.status().isEnded()) {
            return tooLong("Findings", findings.findings, AgentText.MAXIMUM);
        }
        return AgentText.problemWith(found, "Findings", findings.findings)
                .or(() -> missing(findings))
                .or(() -> objection);
    }

    private static Optional<String> missing(Findings findings) {
        if (findings.category == null) {
            return Optional.of("Category: choose one.");
        }
        if (findings.severity == null) {
            return Optional.of("Severity: choose one.");
        }
        var problem = tooLong("Role used", findings.roleUsed, 120);
        if (problem.isPresent()) {
            return problem;
        }
        return switch (findings.nextStep) {
            case null -> Optional.of("Cause: choose one, and for a fault of the service also what is wrong with it.");
            case KNOWN_ISSUE -> required("Known issue", findings.knownIssue, 80);
            case ASK -> required("Question", findings.question, AgentText.MAXIMUM);
            case NOTHING -> required("Advice", findings.advice, AgentText.MAXIMUM);
            case RESOLVE, HAND_OFF -> Optional.empty();
        };
    }

    private static Optional<String> required(String label, @Nullable String text, int longest) {
        if (text == null || !InputText.isVisible(text)) {
            return Optional.of(label + ": required.");
        }
        return tooLong(label, text, longest);
    }

    private static Optional<String> tooLong(String label, @Nullable String text, int longest) {
        return text != null && text.length() > longest
                ? Optional.of("%s: at most %d characters, these are %d.".formatted(label, longest, text.length()))
                : Optional.empty();
    }

    private void keep(
            SupportCase supportCase,
            Evidence.Kind kind,
            @Nullable String text,
            @Nullable String role,
            @Nullable String agent,
            Step step) {
        if (text != null) {
            evidence.save(supportCase.proves(kind, AgentText.cut(text), role, agent, clock.instant(), step));
        }
    }
}
