package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ReadMessage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordReadingWorker {

    private final ReadMessage readMessage;
    private final Doers doers;

    RecordReadingWorker(ReadMessage readMessage, Doers doers) {
        this.readMessage = readMessage;
        this.doers = doers;
    }

    public record Input(String caseNumber, @Nullable String newSeverity) {}

    @JobWorker(type = "casefile.recordReading")
    public void recordReading(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var severity = FormValues.choice(Severity.class, input.newSeverity);
        readMessage.record(new CaseNumber(input.caseNumber), severity, agent, EngineSteps.of(job));
    }
}
