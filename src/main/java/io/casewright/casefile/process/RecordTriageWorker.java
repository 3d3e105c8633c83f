package io.casewright.casefile.process;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.RecordTriage;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Remit;
import io.casewright.casefile.domain.Severity;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordTriageWorker {

    private final RecordTriage recordTriage;
    private final Doers doers;

    RecordTriageWorker(RecordTriage recordTriage, Doers doers) {
        this.recordTriage = recordTriage;
        this.doers = doers;
    }

    public record Input(
            String caseNumber,
            @Nullable String triagedCategory,
            @Nullable String triagedSeverity,
            @Nullable String triagedQueue,
            @Nullable String triagedRemit,
            @Nullable String duplicateOf,
            TriageProposal triage,
            SeverityProposal severityProposal) {

        /** Whether a person had the last word. */
        boolean isByAgent() {
            return Stream.of(triagedCategory, triagedSeverity, triagedQueue, triagedRemit)
                    .anyMatch(Objects::nonNull);
        }

        RecordTriage.Triage triage(boolean byAgent) {
            return new RecordTriage.Triage(
                    FormValues.choice(Category.class, byAgent ? triagedCategory : triage.category()),
                    FormValues.choice(Severity.class, byAgent ? triagedSeverity : severityProposal.severity()),
                    Queue.ofGroup(byAgent ? triagedQueue : triage.queue()),
                    Remit.of(byAgent ? triagedRemit : triage.remit()),
                    FormValues.text(duplicateOf),
                    byAgent,
                    triage.triageReason() + " " + severityProposal.severityReason());
        }
    }

    public record Output(
            String triageCourse,
            @Nullable String remit,
            @Nullable String duplicateOf,
            @JsonUnwrapped CaseFacts facts) {}

    @JobWorker(type = "casefile.recordTriage")
    public Output recordTriage(ActivatedJob job, @VariablesAsType Input input) {
        boolean byAgent = input.isByAgent();
        var triage = input.triage(byAgent);
        String agent = byAgent ? doers.before(job) : null;
        var outcome = recordTriage.record(new CaseNumber(input.caseNumber), triage, agent, EngineSteps.of(job));
        return new Output(
                outcome.course().name().toLowerCase(Locale.ROOT),
                triage.remit() == null ? null : triage.remit().word(),
                triage.duplicateOf(),
                outcome.facts());
    }
}
