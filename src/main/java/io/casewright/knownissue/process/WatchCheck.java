package io.casewright.knownissue.process;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.knownissue.application.WatchKnownIssue;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class WatchCheck implements FormCheck<RecordWatchWorker.Input> {

    private final WatchKnownIssue watchKnownIssue;

    WatchCheck(WatchKnownIssue watchKnownIssue) {
        this.watchKnownIssue = watchKnownIssue;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_WatchKnownIssue");
    }

    @Override
    public Class<RecordWatchWorker.Input> answers() {
        return RecordWatchWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordWatchWorker.Input answers, String person) {
        return watchKnownIssue.problemWith(
                new CaseNumber(answers.caseNumber()),
                answers.knownIssue(),
                answers.choice(),
                FormValues.text(answers.newsText()));
    }
}
