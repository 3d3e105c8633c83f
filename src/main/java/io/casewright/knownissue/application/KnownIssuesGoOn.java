package io.casewright.knownissue.application;

import io.casewright.knownissue.persistence.KnownIssueWaits;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Watches of known issues go on in another engine; the history of the case says so already. */
@Component
class KnownIssuesGoOn implements CarriedByProcess {

    private final KnownIssueWaits waits;

    KnownIssuesGoOn(KnownIssueWaits waits) {
        this.waits = waits;
    }

    @Override
    public String processId() {
        return "known-issue";
    }

    @Override
    public String name() {
        return "known issue of case";
    }

    @Override
    public Set<String> open() {
        return waits.findNumbersOfWaitingCases();
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.caseNumber(), "");
    }
}
