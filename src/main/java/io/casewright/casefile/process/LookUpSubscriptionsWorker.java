package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.LookUpSubscriptions;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class LookUpSubscriptionsWorker {

    private final LookUpSubscriptions lookUpSubscriptions;

    LookUpSubscriptionsWorker(LookUpSubscriptions lookUpSubscriptions) {
        this.lookUpSubscriptions = lookUpSubscriptions;
    }

    public record Input(String caseNumber) {}

    /** What was chosen before is taken out of the form: it may not be there any more. */
    public record Output(
            List<FormChoice> subscriptionChoices,
            String subscriptionNote,
            @Nullable String subscription,
            @Nullable Integer newQuantity) {}

    @JobWorker(type = "casefile.lookUpSubscriptions")
    public Output lookUpSubscriptions(ActivatedJob job, @VariablesAsType Input input) {
        var found = lookUpSubscriptions.lookUp(new CaseNumber(input.caseNumber));
        return new Output(found.choices(), found.note(), null, null);
    }
}
