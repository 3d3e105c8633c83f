package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records how an agent solved a case and lets the customer's time to confirm begin. */
@Service
public class RecordResolution {

    private final CaseSteps steps;
    private final CaseSettings settings;
    private final Clock clock;

    RecordResolution(CaseSteps steps, CaseSettings settings, Clock clock) {
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
    }

    /** When the case closes by itself, or why the resolution was refused. */
    public record Outcome(Optional<Instant> confirmationDue, Optional<String> refusal) {}

    @Transactional
    public Outcome record(CaseNumber number, @Nullable String resolution, Step step) {
        var found = steps.find(number);
        Optional<String> refusal = AgentText.problemWith(found, "Resolution", resolution);
        if (refusal.isEmpty() && resolution != null) {
            steps.once(found, step, supportCase -> {
                Instant now = clock.instant();
                supportCase.resolve(resolution, now, now.plus(settings.confirmationTime()));
                steps.record(supportCase, TimelineEntry.Kind.RESOLVED, Actor.AGENT, step, resolution);
            });
        }
        return new Outcome(refusal.isPresent() ? Optional.empty() : found.confirmationDue(), refusal);
    }
}
