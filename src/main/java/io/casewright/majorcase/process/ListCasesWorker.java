package io.casewright.majorcase.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.majorcase.application.ListCases;
import io.casewright.majorcase.domain.MajorCaseNumber;
import org.springframework.stereotype.Component;

@Component
public class ListCasesWorker {

    private final ListCases listCases;

    ListCasesWorker(ListCases listCases) {
        this.listCases = listCases;
    }

    public record Input(String majorCase) {}

    @JobWorker(type = "majorcase.listCases")
    public ListCases.Proposal listCases(ActivatedJob job, @VariablesAsType Input input) {
        return listCases.list(MajorCaseNumber.parse(input.majorCase), job.getProcessInstanceKey());
    }
}
