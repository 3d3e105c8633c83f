package io.casewright.casefile.process;

import io.casewright.casefile.application.TakeBackAccess;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class EndAccessCheck implements FormCheck<TakeBackAccessWorker.Input> {

    private final TakeBackAccess takeBackAccess;

    EndAccessCheck(TakeBackAccess takeBackAccess) {
        this.takeBackAccess = takeBackAccess;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_EndAccess");
    }

    @Override
    public Class<TakeBackAccessWorker.Input> answers() {
        return TakeBackAccessWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(TakeBackAccessWorker.Input answers, String person) {
        return takeBackAccess.problemWith(answers.decision());
    }
}
