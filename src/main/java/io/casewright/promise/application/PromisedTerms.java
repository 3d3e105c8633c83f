package io.casewright.promise.application;

import io.casewright.casefile.domain.Severity;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.PlanTerms;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Terms;
import io.casewright.promise.domain.Thresholds;
import io.casewright.promise.persistence.CaseSituation;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By what a new promise is measured, and one whose case gets another severity: the version of the plan that its case
 * was begun under, or was measured anew by. */
@Component
class PromisedTerms {

    private final PromiseSettings settings;
    private final Plans plans;

    PromisedTerms(PromiseSettings settings, Plans plans) {
        this.settings = settings;
        this.plans = plans;
    }

    Thresholds thresholds() {
        return new Thresholds(settings.thresholds());
    }

    /** Empty when nothing of this kind is promised. */
    Optional<Terms> of(PromiseKind kind, CaseSituation situation) {
        return of(kind, situation, plans.measuring(situation.number().value()));
    }

    /** The same by another version of a plan. */
    Optional<Terms> of(PromiseKind kind, CaseSituation situation, PlanVersion plan) {
        return target(kind, situation.severity(), plan.terms())
                .map(target -> new Terms(
                        situation.receivedAt(),
                        plan.name(),
                        situation.severity().name(),
                        plan.calendar(),
                        plan.hours(),
                        target));
    }

    /** In what service time a plan promises it; where it tells nothing, the settings of the house. */
    Optional<Duration> target(PromiseKind kind, Severity severity, PlanTerms plan) {
        var targets = plan.targetsOf(severity);
        return switch (kind) {
            case FIRST_RESPONSE -> Optional.of(targets.firstResponse());
            case RESOLUTION -> targets.resolutionIfAny().or(() -> settings.resolutionOf(severity));
            case NEXT_UPDATE -> targets.nextUpdateIfAny().or(() -> settings.nextUpdateOf(severity));
        };
    }
}
