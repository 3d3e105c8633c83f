package io.casewright.satisfaction.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import io.casewright.satisfaction.persistence.Surveys;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Unhappy customers are called, whichever engine carries that. */
@Component
class CallsGoOn implements CarriedByProcess {

    private final Surveys surveys;
    private final UnhappyCustomers unhappyCustomers;

    CallsGoOn(Surveys surveys, UnhappyCustomers unhappyCustomers) {
        this.surveys = surveys;
        this.unhappyCustomers = unhappyCustomers;
    }

    @Override
    public String processId() {
        return "unhappy-customer";
    }

    @Override
    public String name() {
        return "unhappy customer";
    }

    @Override
    public Set<String> open() {
        return surveys.toBeCalled();
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.caseNumber(), "");
    }

    /** Nothing but a task comes of it. */
    @Override
    public Optional<Runnable> startAgain(String key) {
        return Optional.of(() -> unhappyCustomers.haveCalledAgain(new CaseNumber(key)));
    }
}
