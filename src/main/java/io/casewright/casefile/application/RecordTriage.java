package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Remit;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.SupportCases;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a request is about and whose it is, by the proposal or as an agent corrected it. */
@Service
public class RecordTriage {

    private final CaseSteps steps;
    private final SupportCases cases;

    RecordTriage(CaseSteps steps, SupportCases cases) {
        this.steps = steps;
        this.cases = cases;
    }

    /** What was proposed, or what an agent made of it; nothing here is trusted to be complete. */
    public record Triage(
            @Nullable Category category,
            @Nullable Severity severity,
            @Nullable Queue queue,
            @Nullable Remit remit,
            @Nullable String duplicateOf,
            boolean byAgent,
            String reason) {}

    /** Where the case goes on. */
    public enum Course {
        DIAGNOSE,
        REDIRECT,
        JOIN
    }

    /** The case after the step, and where it goes on. */
    public record Outcome(CaseFacts facts, Course course) {}

    /** Why this cannot be recorded, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number, Triage triage) {
        return problemWith(steps.find(number), triage);
    }

    /**
     * Records the triage.
     *
     * @throws Overtaken when there is a problem with it meanwhile
     */
    @Transactional
    public Outcome record(CaseNumber number, Triage triage, @Nullable String agent, Step step) {
        var found = steps.find(number);
        Course course = courseOf(triage);
        if (!steps.hasActed(found, step)) {
            Overtaken.failOn(number, problemWith(found, triage));
            if (course == Course.DIAGNOSE) {
                found.triage(
                        Objects.requireNonNull(triage.category),
                        Objects.requireNonNull(triage.severity),
                        Objects.requireNonNull(triage.queue));
            }
            steps.record(found, Kind.TRIAGED, triage.byAgent ? Actor.agent(agent) : Actor.SYSTEM, step, triage.reason);
        }
        return new Outcome(steps.factsOf(found), course);
    }

    private static Course courseOf(Triage triage) {
        if (triage.duplicateOf != null) {
            return Course.JOIN;
        }
        return triage.remit == Remit.INSIDE ? Course.DIAGNOSE : Course.REDIRECT;
    }

    private Optional<String> problemWith(SupportCase supportCase, Triage triage) {
        if (supportCase.status().isEnded()) {
            return Optional.of("The case is %s meanwhile; nothing was recorded.".formatted(supportCase.status()));
        }
        if (triage.duplicateOf != null) {
            return problemWithDuplicate(supportCase, triage.duplicateOf);
        }
        if (triage.category == null) {
            return Optional.of("Category: choose one.");
        }
        if (triage.severity == null) {
            return Optional.of("Severity: choose one.");
        }
        if (triage.queue == null) {
            return Optional.of("Queue: choose one.");
        }
        return triage.remit == null ? Optional.of("Whose it is: choose one.") : Optional.empty();
    }

    private Optional<String> problemWithDuplicate(SupportCase supportCase, String duplicateOf) {
        var open = CaseNumber.parse(duplicateOf).flatMap(number -> cases.findByNumber(number.value()));
        if (open.isEmpty()) {
            return Optional.of("Open case: there is no case %s.".formatted(duplicateOf));
        }
        if (open.get().number().equals(supportCase.number())) {
            return Optional.of("Open case: a case cannot be joined with itself.");
        }
        if (open.get().customerId() != supportCase.customerId()) {
            return Optional.of("Open case: %s belongs to another customer.".formatted(duplicateOf));
        }
        return open.get().status().isEnded()
                ? Optional.of(
                        "Open case: %s is %s.".formatted(duplicateOf, open.get().status()))
                : Optional.empty();
    }
}
