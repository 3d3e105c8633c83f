package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ReadRequest;
import io.casewright.casefile.application.TriagePlan;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.triage.RequestFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class ReadRequestWorker {

    private final ReadRequest readRequest;

    ReadRequestWorker(ReadRequest readRequest) {
        this.readRequest = readRequest;
    }

    public record Input(String caseNumber) {}

    public record Output(
            RequestFacts facts,
            @Nullable String statedCategory,
            @Nullable String statedSeverity,
            @Nullable Integer affectedUsers,
            Map<String, TriagePlan> triagePlans,
            @Nullable String openCase,
            @Nullable String sameRequest) {}

    @JobWorker(type = "casefile.readRequest")
    public Output readRequest(ActivatedJob job, @VariablesAsType Input input) {
        var reading = readRequest.read(new CaseNumber(input.caseNumber), EngineSteps.of(job));
        return new Output(
                reading.facts(),
                FormValues.word(reading.statedCategory()),
                FormValues.word(reading.statedSeverity()),
                reading.affectedUsers(),
                reading.triagePlans(),
                reading.openCase(),
                reading.sameRequest());
    }
}
