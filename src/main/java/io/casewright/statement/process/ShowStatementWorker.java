package io.casewright.statement.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.casewright.statement.application.DecideStatement;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class ShowStatementWorker {

    private final DecideStatement decide;

    ShowStatementWorker(DecideStatement decide) {
        this.decide = decide;
    }

    public record Input(String statement) {}

    public record Output(
            String statementCustomer,
            String statementMonth,
            String statementLines,
            String statementNet,
            String statementTax,
            String statementTotal,
            String statementProposedBy,
            String statementLink,
            Instant statementTaskDue) {}

    @JobWorker(type = "statement.showStatement")
    public Output showStatement(@VariablesAsType Input input) {
        var facts = decide.show(input.statement);
        return new Output(
                facts.customer(),
                facts.month(),
                Integer.toString(facts.lines()),
                facts.net(),
                facts.tax(),
                facts.total(),
                facts.proposedBy(),
                facts.link(),
                facts.decideBy());
    }
}
