package io.casewright.majorcase.application;

import io.casewright.majorcase.domain.MajorCase;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.majorcase.domain.MajorCaseState;
import io.casewright.majorcase.persistence.MajorCases;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Major cases go on in another engine. */
@Component
class MajorCasesGoOn implements CarriedByProcess {

    private final MajorCases majorCases;

    MajorCasesGoOn(MajorCases majorCases) {
        this.majorCases = majorCases;
    }

    @Override
    public String processId() {
        return "major-case";
    }

    @Override
    public String name() {
        return "major case";
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> open() {
        return majorCases.findByStateInOrderById(Set.of(MajorCaseState.PROPOSED, MajorCaseState.OPEN)).stream()
                .map(MajorCase::number)
                .map(MajorCaseNumber::value)
                .collect(Collectors.toSet());
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.reference(), "");
    }

    @Override
    @Transactional
    public void goesOn(String key, long processInstanceKey) {
        majorCases.findById(MajorCaseNumber.parse(key).id()).ifPresent(found -> found.goesOnIn(processInstanceKey));
    }
}
