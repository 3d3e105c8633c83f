package io.casewright.promise.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.promise.application.ShowBreach;
import org.springframework.stereotype.Component;

@Component
public class ShowBreachWorker {

    private final ShowBreach showBreach;

    ShowBreachWorker(ShowBreach showBreach) {
        this.showBreach = showBreach;
    }

    public record Input(String caseNumber, String breach) {}

    @JobWorker(type = "promise.showBreach")
    public ShowBreach.Shown showBreach(@VariablesAsType Input input) {
        return showBreach.look(new CaseNumber(input.caseNumber), input.breach);
    }
}
