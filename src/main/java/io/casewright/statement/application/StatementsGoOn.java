package io.casewright.statement.application;

import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import io.casewright.statement.domain.Statement;
import io.casewright.statement.persistence.Statements;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Statements that wait for a second person go on in another engine. */
@Component
class StatementsGoOn implements CarriedByProcess {

    private final Statements statements;

    StatementsGoOn(Statements statements) {
        this.statements = statements;
    }

    @Override
    public String processId() {
        return "approve-statement";
    }

    @Override
    public String name() {
        return "approval of a statement";
    }

    @Override
    public Set<String> open() {
        return statements.proposed().stream().map(Statement::key).collect(Collectors.toSet());
    }

    @Override
    public String keyOf(Place place) {
        return Objects.requireNonNullElse(place.reference(), "");
    }
}
