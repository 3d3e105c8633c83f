package io.casewright.majorcase.process;

import io.casewright.majorcase.application.SendUpdate;
import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class UpdateCheck implements FormCheck<RecordUpdateWorker.Input> {

    private final SendUpdate sendUpdate;

    UpdateCheck(SendUpdate sendUpdate) {
        this.sendUpdate = sendUpdate;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_SendUpdate");
    }

    @Override
    public Class<RecordUpdateWorker.Input> answers() {
        return RecordUpdateWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordUpdateWorker.Input answers, String person) {
        return sendUpdate.problemWith(
                MajorCaseNumber.parse(answers.majorCase()),
                FormValues.text(answers.updateText()),
                "yes".equals(answers.isOver()));
    }
}
