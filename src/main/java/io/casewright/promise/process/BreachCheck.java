package io.casewright.promise.process;

import io.casewright.promise.application.RecordBreach;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class BreachCheck implements FormCheck<RecordBreachWorker.Input> {

    private final RecordBreach recordBreach;

    BreachCheck(RecordBreach recordBreach) {
        this.recordBreach = recordBreach;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_LookAfterBreachedPromise");
    }

    @Override
    public Class<RecordBreachWorker.Input> answers() {
        return RecordBreachWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordBreachWorker.Input answers, String person) {
        return recordBreach.problemWith(answers.answer());
    }
}
