package io.casewright.promise.application;

import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import io.casewright.promise.domain.Breach;
import io.casewright.promise.persistence.Breaches;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Breaches that somebody looks after go on in another engine. */
@Component
class BreachesGoOn implements CarriedByProcess {

    private final Breaches breaches;
    private final LookAfterBreaches lookAfter;
    private final TransactionOperations transactions;

    BreachesGoOn(Breaches breaches, LookAfterBreaches lookAfter, TransactionOperations transactions) {
        this.breaches = breaches;
        this.lookAfter = lookAfter;
        this.transactions = transactions;
    }

    @Override
    public String processId() {
        return "promise-breached";
    }

    @Override
    public String name() {
        return "breached promise";
    }

    @Override
    public Set<String> open() {
        return breaches.open().stream().map(Breach::key).collect(Collectors.toSet());
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.reference(), "");
    }

    /** It begins with a look whether anybody is still needed. */
    @Override
    public Optional<Runnable> startAgain(String key) {
        return Optional.of(() -> transactions.executeWithoutResult(
                status -> breaches.findOpen(key).ifPresent(lookAfter::start)));
    }
}
