package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ReadMessage;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class TakeUpMessageWorker {

    private final ReadMessage readMessage;

    TakeUpMessageWorker(ReadMessage readMessage) {
        this.readMessage = readMessage;
    }

    public record Input(String caseNumber, long messageId) {}

    /** What the form shows and where its task stands; the message is this instance's alone. */
    public record Output(
            String customerName,
            String subject,
            String caseLink,
            String severity,
            String messageText,
            String queue,
            int priority,
            Instant taskDue) {}

    @JobWorker(type = "casefile.takeUpMessage")
    public Output takeUpMessage(ActivatedJob job, @VariablesAsType Input input) {
        var unread = readMessage.takeUp(new CaseNumber(input.caseNumber), input.messageId);
        var facts = unread.facts();
        return new Output(
                facts.customerName(),
                facts.subject(),
                facts.caseLink(),
                facts.severity(),
                unread.text(),
                facts.queue(),
                facts.priority(),
                facts.taskDue());
    }
}
