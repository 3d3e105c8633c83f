package io.casewright.majorcase.process;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import io.casewright.majorcase.application.ConfirmMajorCase;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.FormChoice;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.process.Doers;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
public class RecordConfirmationWorker {

    private final ConfirmMajorCase confirmMajorCase;
    private final Doers doers;

    RecordConfirmationWorker(ConfirmMajorCase confirmMajorCase, Doers doers) {
        this.confirmMajorCase = confirmMajorCase;
        this.doers = doers;
    }

    /**
     * What the form says.
     *
     * @param majorCaseChoices the cases that it offered
     * @param casesChosen numbers of those that are this trouble; null in a form of before
     */
    public record Input(
            String majorCase,
            @Nullable String isMajorCase,
            @Nullable List<FormChoice> majorCaseChoices,
            @Nullable List<String> casesChosen) {

        List<String> shown() {
            return majorCaseChoices == null
                    ? List.of()
                    : majorCaseChoices.stream().map(FormChoice::value).toList();
        }
    }

    public record Output(String majorCaseVerdict) {}

    @JobWorker(type = "majorcase.recordConfirmation")
    public Output recordConfirmation(ActivatedJob job, @VariablesAsType Input input) {
        String agent = doers.before(job);
        var verdict = confirmMajorCase.confirm(
                MajorCaseNumber.parse(input.majorCase),
                FormValues.answer(input.isMajorCase),
                input.shown(),
                input.casesChosen,
                agent);
        return new Output(verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
