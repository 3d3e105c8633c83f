package io.casewright.solution.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.solution.ShowSimilarCases;
import org.springframework.stereotype.Component;

@Component
public class FindSimilarCasesWorker {

    private final ShowSimilarCases showSimilarCases;

    FindSimilarCasesWorker(ShowSimilarCases showSimilarCases) {
        this.showSimilarCases = showSimilarCases;
    }

    public record Input(String caseNumber) {}

    public record Output(String similarCases) {}

    @JobWorker(type = "casefile.findSimilarCases")
    public Output findSimilarCases(ActivatedJob job, @VariablesAsType Input input) {
        return new Output(showSimilarCases.summaryFor(new CaseNumber(input.caseNumber)));
    }
}
