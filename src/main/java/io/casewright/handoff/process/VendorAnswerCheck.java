package io.casewright.handoff.process;

import io.casewright.handoff.application.AnswerVendor;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class VendorAnswerCheck implements FormCheck<RecordVendorAnswerWorker.Input> {

    private final AnswerVendor answerVendor;

    VendorAnswerCheck(AnswerVendor answerVendor) {
        this.answerVendor = answerVendor;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_AnswerVendor");
    }

    @Override
    public Class<RecordVendorAnswerWorker.Input> answers() {
        return RecordVendorAnswerWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(RecordVendorAnswerWorker.Input answers, String person) {
        return answerVendor.problemWith(answers.ticketReference(), answers.way(), answers.words());
    }
}
