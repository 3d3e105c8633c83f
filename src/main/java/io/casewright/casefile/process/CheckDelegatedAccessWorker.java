package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CheckDelegatedAccess;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class CheckDelegatedAccessWorker {

    private final CheckDelegatedAccess checkDelegatedAccess;

    CheckDelegatedAccessWorker(CheckDelegatedAccess checkDelegatedAccess) {
        this.checkDelegatedAccess = checkDelegatedAccess;
    }

    public record Input(String caseNumber) {}

    public record Output(String leastRole, String roleGranted) {}

    @JobWorker(type = "casefile.checkDelegatedAccess")
    public Output checkDelegatedAccess(ActivatedJob job, @VariablesAsType Input input) {
        var access = checkDelegatedAccess.check(new CaseNumber(input.caseNumber));
        return new Output(access.leastRole(), access.granted() ? "yes" : "no");
    }
}
