package io.casewright.intake.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.casewright.intake.application.ShowMail;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class ShowMailWorker {

    private final ShowMail show;

    ShowMailWorker(ShowMail show) {
        this.show = show;
    }

    public record Input(String mail) {}

    public record Output(
            String mailWhy,
            String mailSender,
            String mailCustomer,
            String mailSubject,
            String mailText,
            String mailFiles,
            String mailLink,
            String mailCase,
            String mailContact,
            Instant mailDue) {}

    @JobWorker(type = "intake.showMail")
    public Output showMail(@VariablesAsType Input input) {
        var facts = show.show(input.mail);
        return new Output(
                facts.why(),
                facts.sender(),
                facts.customer(),
                facts.subject(),
                facts.text(),
                facts.files(),
                facts.link(),
                facts.proposedCase(),
                facts.contact(),
                facts.due());
    }
}
