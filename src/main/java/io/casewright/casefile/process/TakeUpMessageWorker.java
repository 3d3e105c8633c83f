package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.TakeUpMessage;
import io.casewright.casefile.domain.CaseNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class TakeUpMessageWorker {

    private final TakeUpMessage takeUpMessage;

    TakeUpMessageWorker(TakeUpMessage takeUpMessage) {
        this.takeUpMessage = takeUpMessage;
    }

    public record Input(String caseNumber, long messageId) {}

    /** @param messages what the form shows; none where another task shows it */
    public record Output(
            String reader, @JsonUnwrapped @Nullable UnreadMessages messages) {}

    @JobWorker(type = "casefile.takeUpMessage")
    public Output takeUpMessage(ActivatedJob job, @VariablesAsType Input input) {
        var taken = takeUpMessage.takeUp(new CaseNumber(input.caseNumber), input.messageId);
        return new Output(
                taken.reader().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                taken.unread() == null ? null : UnreadMessages.of(taken.unread()));
    }
}
