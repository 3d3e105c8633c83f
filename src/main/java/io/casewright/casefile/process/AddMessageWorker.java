package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.TakeUpMessage;
import io.casewright.casefile.domain.CaseNumber;
import org.springframework.stereotype.Component;

@Component
public class AddMessageWorker {

    private final TakeUpMessage takeUpMessage;

    AddMessageWorker(TakeUpMessage takeUpMessage) {
        this.takeUpMessage = takeUpMessage;
    }

    public record Input(String caseNumber, long messageId) {}

    @JobWorker(type = "casefile.addMessage")
    public UnreadMessages addMessage(ActivatedJob job, @VariablesAsType Input input) {
        return UnreadMessages.of(takeUpMessage.add(new CaseNumber(input.caseNumber), input.messageId));
    }
}
