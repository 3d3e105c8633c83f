package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.TakeUpMessage;
import io.casewright.casefile.domain.CaseNumber;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

@Component
public class TakeUpMessageWorker {

    private final TakeUpMessage takeUpMessage;

    TakeUpMessageWorker(TakeUpMessage takeUpMessage) {
        this.takeUpMessage = takeUpMessage;
    }

    public record Input(String caseNumber, long messageId) {}

    /** Where it is read, what the form shows and where its task stands; the message is this instance's alone. */
    public record Output(
            String reader,
            String customerName,
            String contactName,
            String subject,
            String caseLink,
            String queue,
            int priority,
            Instant taskDue,
            @JsonUnwrapped UnreadMessages messages) {}

    @JobWorker(type = "casefile.takeUpMessage")
    public Output takeUpMessage(ActivatedJob job, @VariablesAsType Input input) {
        var unread = takeUpMessage.takeUp(new CaseNumber(input.caseNumber), input.messageId);
        var facts = unread.facts();
        return new Output(
                unread.reader().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                facts.customerName(),
                facts.contactName(),
                facts.subject(),
                facts.caseLink(),
                facts.queue(),
                facts.priority(),
                facts.taskDue(),
                UnreadMessages.of(unread));
    }
}
