package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RecordReading;
import io.casewright.casefile.application.RecordReading.Outcome;
import io.casewright.casefile.application.RecordReading.Reading;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordReadingWorker {

    private final RecordReading recordReading;
    private final Doers doers;

    RecordReadingWorker(RecordReading recordReading, Doers doers) {
        this.recordReading = recordReading;
        this.doers = doers;
    }

    /**
     * @param seenMessages of how many messages the form showed
     * @param seenSeverity how urgent the case was by the form
     */
    public record Input(
            String caseNumber,
            long messageId,
            @Nullable String readingOutcome,
            @Nullable String answerText,
            @Nullable Integer seenMessages,
            @Nullable String newSeverity,
            @Nullable String seenSeverity) {

        Reading reading() {
            return new Reading(
                    FormValues.choice(Outcome.class, readingOutcome),
                    FormValues.text(answerText),
                    seenMessages,
                    FormValues.choice(Severity.class, newSeverity),
                    FormValues.choice(Severity.class, seenSeverity));
        }
    }

    public record Output(String readingResult) {}

    @JobWorker(type = "casefile.recordReading")
    public Output recordReading(ActivatedJob job, @VariablesAsType Input input) {
        var reading = input.reading();
        recordReading.record(
                new CaseNumber(input.caseNumber), input.messageId, reading, doers.before(job), EngineSteps.of(job));
        return new Output(reading.result().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
