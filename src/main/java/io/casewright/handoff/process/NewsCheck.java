package io.casewright.handoff.process;

import io.casewright.handoff.application.FollowTicket;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class NewsCheck implements FormCheck<RecordNewsWorker.Input> {

    private final FollowTicket followTicket;

    NewsCheck(FollowTicket followTicket) {
        this.followTicket = followTicket;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_FollowTicket");
    }

    @Override
    public Class<RecordNewsWorker.Input> answers() {
        return RecordNewsWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordNewsWorker.Input answers, String person) {
        return followTicket.problemWith(answers.news(), FormValues.text(answers.newsText()));
    }
}
