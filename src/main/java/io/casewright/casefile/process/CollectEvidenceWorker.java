package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import org.springframework.stereotype.Component;

@Component
public class CollectEvidenceWorker {

    private final HandOffCase handOffCase;

    CollectEvidenceWorker(HandOffCase handOffCase) {
        this.handOffCase = handOffCase;
    }

    public record Input(String caseNumber) {}

    public record Output(
            boolean healthChecked,
            boolean troubleshotUnderRole,
            boolean scopeChecked,
            boolean impactStated,
            boolean reproductionRecorded,
            boolean multiTenantShown,
            boolean commercialFactsRecorded,
            String partnerKind,
            String deliveryModel) {}

    @JobWorker(type = "casefile.collectEvidence")
    public Output collectEvidence(ActivatedJob job, @VariablesAsType Input input) {
        var collected = handOffCase.collect(new CaseNumber(input.caseNumber));
        return new Output(
                collected.has(Evidence.Kind.HEALTH_CHECK),
                collected.hasNamedRole(),
                collected.has(Evidence.Kind.SCOPE),
                collected.has(Evidence.Kind.IMPACT),
                collected.has(Evidence.Kind.REPRODUCTION),
                collected.has(Evidence.Kind.OTHER_CUSTOMERS),
                collected.has(Evidence.Kind.COMMERCIAL),
                collected.requester().partnerKind(),
                collected.requester().deliveryModel());
    }
}
