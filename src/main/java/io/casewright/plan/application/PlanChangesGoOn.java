package io.casewright.plan.application;

import io.casewright.plan.domain.PlanDraft;
import io.casewright.plan.persistence.DraftStore;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Changes of plans that wait for a second person go on in another engine. */
@Component
class PlanChangesGoOn implements CarriedByProcess {

    private final DraftStore drafts;

    PlanChangesGoOn(DraftStore drafts) {
        this.drafts = drafts;
    }

    @Override
    public String processId() {
        return "change-plan";
    }

    @Override
    public String name() {
        return "change of a plan";
    }

    @Override
    public Set<String> open() {
        return drafts.proposed().stream().map(PlanDraft::key).collect(Collectors.toSet());
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.reference(), "");
    }
}
