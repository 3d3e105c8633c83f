package io.casewright.casefile.application;

import io.casewright.casefile.persistence.AccessAsked;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Requests that are taken back go on in another engine; how they stand their process looks up at Microsoft. */
@Component
class AccessGoesOn implements CarriedByProcess {

    private final AccessAsked asked;
    private final CaseProcess process;

    AccessGoesOn(AccessAsked asked, CaseProcess process) {
        this.asked = asked;
        this.process = process;
    }

    @Override
    public String processId() {
        return "end-access";
    }

    @Override
    public String name() {
        return "unneeded access request";
    }

    @Override
    public Set<String> open() {
        return asked.findUnneeded();
    }

    @Override
    public String keyOf(Place place) {
        return Objects.toString(place.variables().get("accessReference"), "");
    }

    /** It begins with a look at Microsoft, so a second one does no harm. */
    @Override
    public Optional<Runnable> startAgain(String key) {
        return Optional.of(() -> asked.find(Long.parseLong(key.substring(key.indexOf(":A") + 2)))
                .filter(AccessAsked.Asked::unneeded)
                .ifPresent(process::startTakingBack));
    }
}
