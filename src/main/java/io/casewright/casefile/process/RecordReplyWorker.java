package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.AskCustomer;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordReplyWorker {

    private final AskCustomer askCustomer;
    private final Doers doers;

    RecordReplyWorker(AskCustomer askCustomer, Doers doers) {
        this.askCustomer = askCustomer;
        this.doers = doers;
    }

    public record Input(String caseNumber) {}

    /**
     * @param agent who asked, and so reads the answer
     * @param cause taken out of the form, like the question: both are answered
     */
    public record Output(
            @Nullable String agent,
            @Nullable String cause,
            @Nullable String question,
            @JsonUnwrapped CaseFacts facts) {}

    @JobWorker(type = "casefile.recordReply")
    public Output recordReply(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var facts = askCustomer.takeReply(new CaseNumber(input.caseNumber), EngineSteps.of(job));
        return new Output(agent, null, null, facts);
    }
}
