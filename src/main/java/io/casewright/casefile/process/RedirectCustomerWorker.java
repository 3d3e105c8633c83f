package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RedirectCustomer;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Remit;
import io.casewright.platform.engine.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RedirectCustomerWorker {

    private final RedirectCustomer redirectCustomer;

    RedirectCustomerWorker(RedirectCustomer redirectCustomer) {
        this.redirectCustomer = redirectCustomer;
    }

    public record Input(
            String caseNumber,
            @Nullable String remit,
            @Nullable String advice) {}

    @JobWorker(type = "casefile.redirectCustomer")
    public void redirectCustomer(ActivatedJob job, @VariablesAsType Input input) {
        redirectCustomer.redirect(
                new CaseNumber(input.caseNumber),
                Remit.of(input.remit),
                FormValues.text(input.advice),
                EngineSteps.of(job));
    }
}
