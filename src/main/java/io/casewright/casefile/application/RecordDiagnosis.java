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
import java.time.Clock;
import java.util.Locale;
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
     * @param knownIssue as Microsoft writes it, however it was typed
     */
    public record Findings(
            @Nullable Category category,
            @Nullable Severity severity,
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
    }

    /**
     * What came of it.
     *
     * @param facts the case after the step
     * @param accepted whether the diagnosis stands
     * @param refusal why it was refused, if it was
     * @param knownIssue id of the issue the case waits for, if it does
     */
    public record Outcome(CaseFacts facts, boolean accepted, String refusal, Optional<String> knownIssue) {}

    /** Looks outside of any transaction whether the role was granted, then records. */
    public Outcome record(CaseNumber number, Findings findings, @Nullable String agent, Step step) {
        var objection = usedRole.objectionTo(number, findings.roleUsed, step);
        return transactions.execute(status -> record(number, findings, objection, agent, step));
    }

    private Outcome record(
            CaseNumber number, Findings findings, Optional<String> objection, @Nullable String agent, Step step) {
        var found = steps.find(number);
        if (findings.handTo != null && !found.status().isEnded()) {
            Queue queue = findings.handTo;
            var problem = tooLong("Findings", findings.findings, AgentText.MAXIMUM);
            if (problem.isPresent()) {
                return new Outcome(steps.factsOf(found), false, problem.get(), Optional.empty());
            }
            steps.once(found, step, supportCase -> {
                supportCase.handTo(queue, findings.findings);
                steps.record(supportCase, Kind.HANDED_OVER, Actor.agent(agent), step, queue.group());
            });
            return new Outcome(steps.factsOf(found), false, "", Optional.empty());
        }
        var refusal = AgentText.problemWith(found, "Findings", findings.findings)
                .or(() -> missing(findings))
                .or(() -> objection);
        if (refusal.isPresent()
                || findings.category == null
                || findings.severity == null
                || findings.findings == null
                || findings.nextStep == null) {
            return new Outcome(steps.factsOf(found), false, refusal.orElse("Cause: choose one."), Optional.empty());
        }
        var diagnosis = new Diagnosis(
                findings.category,
                findings.severity,
                findings.findings,
                findings.nextStep,
                findings.handOffCategory,
                findings.nextStep == NextStep.KNOWN_ISSUE ? findings.knownIssue : null);
        steps.once(found, step, supportCase -> {
            supportCase.diagnose(diagnosis);
            keep(supportCase, Evidence.Kind.TROUBLESHOOTING, findings.stepsTried, findings.roleUsed, agent, step);
            keep(supportCase, Evidence.Kind.SCOPE, findings.scope, null, agent, step);
            keep(supportCase, Evidence.Kind.IMPACT, findings.impact, null, agent, step);
            keep(supportCase, Evidence.Kind.REPRODUCTION, findings.reproduction, null, agent, step);
            steps.record(supportCase, Kind.DIAGNOSED, Actor.agent(agent), step, diagnosis.findings());
        });
        return new Outcome(steps.factsOf(found), true, "", found.knownIssue());
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
        if (text == null || text.isBlank()) {
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
