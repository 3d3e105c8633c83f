package io.casewright.majorcase.process;

import io.casewright.majorcase.application.ConfirmMajorCase;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ConfirmationCheck implements FormCheck<RecordConfirmationWorker.Input> {

    private final ConfirmMajorCase confirmMajorCase;

    ConfirmationCheck(ConfirmMajorCase confirmMajorCase) {
        this.confirmMajorCase = confirmMajorCase;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_ConfirmMajorCase");
    }

    @Override
    public Class<RecordConfirmationWorker.Input> answers() {
        return RecordConfirmationWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordConfirmationWorker.Input answers, String person) {
        return confirmMajorCase.problemWith(
                MajorCaseNumber.parse(answers.majorCase()),
                FormValues.answer(answers.isMajorCase()),
                answers.casesChosen());
    }
}
