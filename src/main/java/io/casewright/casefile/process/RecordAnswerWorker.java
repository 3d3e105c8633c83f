package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.RecordAnswer;
import io.casewright.casefile.application.RecordAnswer.Settlement;
import io.casewright.casefile.application.ReplanCase;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordAnswerWorker {

    private final RecordAnswer recordAnswer;
    private final ReplanCase replanCase;

    RecordAnswerWorker(RecordAnswer recordAnswer, ReplanCase replanCase) {
        this.recordAnswer = recordAnswer;
        this.replanCase = replanCase;
    }

    public record Input(String caseNumber, @Nullable Instant confirmationDue) {}

    /**
     * @param problemSolved as models of before ask for it
     * @param confirmationDue until when an answer is awaited, if it still is
     * @param facts for the forms of who works on it again; none when nobody does
     */
    public record Output(
            String settlement,
            boolean problemSolved,
            @Nullable Instant confirmationDue,
            @JsonUnwrapped @Nullable CaseFacts facts) {}

    @JobWorker(type = "casefile.recordAnswer")
    public Output recordAnswer(ActivatedJob job, @VariablesAsType Input input) {
        var number = new CaseNumber(input.caseNumber);
        var settlement = recordAnswer.record(number, input.confirmationDue, EngineSteps.of(job));
        return new Output(
                settlement.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                settlement == Settlement.SOLVED,
                settlement == Settlement.PUT_OFF ? recordAnswer.closesAt(number) : null,
                settlement == Settlement.NOT_SOLVED ? replanCase.replan(number) : null);
    }
}
