package io.casewright.handoff.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.handoff.application.FileTicket;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordFilingWorker {

    private final FileTicket fileTicket;
    private final Doers doers;

    RecordFilingWorker(FileTicket fileTicket, Doers doers) {
        this.fileTicket = fileTicket;
        this.doers = doers;
    }

    public record Input(String ticketReference, @Nullable String vendorNumber) {}

    /** Who follows the ticket reads it where it was filed. */
    public record Output(@Nullable String ticketText) {}

    @JobWorker(type = "handoff.recordFiling")
    public Output recordFiling(ActivatedJob job, @VariablesAsType Input input) {
        fileTicket.file(
                input.ticketReference, FormValues.text(input.vendorNumber), doers.before(job), HandOffSteps.of(job));
        return new Output(null);
    }
}
