package io.casewright.intake.process;

import io.casewright.intake.application.DecideMail;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class SortMailCheck implements FormCheck<PlaceMailWorker.Input> {

    private final DecideMail decide;

    SortMailCheck(DecideMail decide) {
        this.decide = decide;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_SortMail");
    }

    @Override
    public Class<PlaceMailWorker.Input> answers() {
        return PlaceMailWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(PlaceMailWorker.Input answers, String person) {
        return decide.problemWith(answers.mail(), answers.decision());
    }
}
