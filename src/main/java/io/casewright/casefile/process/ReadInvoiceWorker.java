package io.casewright.casefile.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.ReadInvoice;
import io.casewright.casefile.application.ReadInvoice.Awaited;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class ReadInvoiceWorker {

    private final ReadInvoice readInvoice;

    ReadInvoiceWorker(ReadInvoice readInvoice) {
        this.readInvoice = readInvoice;
    }

    public record Input(
            String caseNumber,
            @Nullable String invoice,
            @Nullable String invoiceOperation,
            @Nullable String invoiceAskedAt) {}

    public record Output(
            String invoiceNote,
            @Nullable String invoiceOperation,
            @Nullable String invoiceAskedAt,
            @Nullable Instant invoiceExpectedAt) {}

    @JobWorker(type = "casefile.readInvoice")
    public Output readInvoice(ActivatedJob job, @VariablesAsType Input input) {
        var awaited = input.invoiceOperation == null || input.invoiceAskedAt == null
                ? null
                : new Awaited(URI.create(input.invoiceOperation), Instant.parse(input.invoiceAskedAt));
        var found = readInvoice.read(
                new CaseNumber(input.caseNumber), FormValues.text(input.invoice), awaited, EngineSteps.of(job));
        var still = found.awaited();
        return new Output(
                found.note(),
                still == null ? null : still.operation().toString(),
                still == null ? null : still.since().toString(),
                found.expectedAt());
    }
}
