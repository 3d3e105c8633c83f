package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.HandOffCase;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Evidence;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordEvidenceWorker {

    private final HandOffCase handOffCase;
    private final Doers doers;

    RecordEvidenceWorker(HandOffCase handOffCase, Doers doers) {
        this.handOffCase = handOffCase;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String stepsTried,
            @Nullable String roleUsed,
            @Nullable String affectedScope,
            @Nullable String impact,
            @Nullable String reproduction,
            @Nullable String otherCustomers,
            @Nullable String commercialFacts,
            @Nullable String giveBack) {}

    public record Output(
            @Nullable String handOffResult, @Nullable String relayText) {}

    @JobWorker(type = "casefile.recordEvidence")
    public Output recordEvidence(ActivatedJob job, @VariablesAsType Input input) {
        var texts = new EnumMap<Evidence.Kind, String>(Evidence.Kind.class);
        put(texts, Evidence.Kind.TROUBLESHOOTING, input.stepsTried);
        put(texts, Evidence.Kind.SCOPE, input.affectedScope);
        put(texts, Evidence.Kind.IMPACT, input.impact);
        put(texts, Evidence.Kind.REPRODUCTION, input.reproduction);
        put(texts, Evidence.Kind.OTHER_CUSTOMERS, input.otherCustomers);
        put(texts, Evidence.Kind.COMMERCIAL, input.commercialFacts);
        String agent = doers.before(job);
        handOffCase.addEvidence(
                new CaseNumber(input.caseNumber), texts, FormValues.text(input.roleUsed), agent, EngineSteps.of(job));
        return new Output("yes".equals(input.giveBack) ? "SENT_BACK" : null, null);
    }

    private static void put(Map<Evidence.Kind, String> texts, Evidence.Kind kind, @Nullable String value) {
        String text = FormValues.text(value);
        if (text != null) {
            texts.put(kind, text);
        }
    }
}
