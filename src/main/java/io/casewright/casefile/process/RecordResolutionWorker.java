package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.RecordResolution;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.task.process.Doers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordResolutionWorker {

    private final RecordResolution recordResolution;
    private final Doers doers;

    RecordResolutionWorker(RecordResolution recordResolution, Doers doers) {
        this.recordResolution = recordResolution;
        this.doers = doers;
    }

    /**
     * What the form says.
     *
     * @param approval what the decision said of it, in cases that began on a model that decides before this step
     */
    public record Input(
            String caseNumber,
            @JsonUnwrapped PlanAnswers answers,
            @Nullable Approval approval) {}

    /**
     * What the process routes on.
     *
     * @param resolutionProblem what an earlier plan failed by; taken out of the form
     * @param workSolved false when the case goes back to its diagnosis
     * @param cost a number in the currency of the customer; zero when it costs nothing
     * @param changeChosen whether the system shall change a subscription, which needs a second person whatever it costs
     * @param approvalNeeded for cases that began on a model that asks it here: none of them goes on without a second person
     */
    public record Output(
            String resolutionProblem,
            boolean workSolved,
            BigDecimal cost,
            boolean changeChosen,
            boolean approvalNeeded) {}

    @JobWorker(type = "casefile.recordResolution")
    public Output recordResolution(ActivatedJob job, @VariablesAsType Input input) {
        // Whether a second person is needed is decided next.
        var plan = input.answers.plan(false);
        var outcome =
                recordResolution.record(new CaseNumber(input.caseNumber), plan, doers.before(job), EngineSteps.of(job));
        boolean changeChosen = plan.change() != null;
        return new Output(
                "",
                outcome.solved(),
                outcome.cost(),
                changeChosen,
                changeChosen || input.approval != null && input.approval.approvalNeeded());
    }
}
