package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.LookUpInvoices;
import io.casewright.platform.engine.FormChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class LookUpInvoicesWorker {

    private final LookUpInvoices lookUpInvoices;

    LookUpInvoicesWorker(LookUpInvoices lookUpInvoices) {
        this.lookUpInvoices = lookUpInvoices;
    }

    public record Input(@Nullable String invoiceNote) {}

    /** What was read before stays in sight; what was chosen is taken out of the form. */
    public record Output(
            List<FormChoice> invoiceChoices,
            String invoiceNote,
            @Nullable String invoice,
            @Nullable String invoiceOperation,
            @Nullable String invoiceAskedAt) {}

    @JobWorker(type = "casefile.lookUpInvoices")
    public Output lookUpInvoices(ActivatedJob job, @VariablesAsType Input input) {
        var found = lookUpInvoices.lookUp();
        String note = found.problem().isEmpty() && input.invoiceNote != null ? input.invoiceNote : found.problem();
        return new Output(found.choices(), note, null, null, null);
    }
}
