package io.casewright.casefile.process;

import io.casewright.casefile.application.LogCall;
import io.casewright.casefile.application.LogCall.Call;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CallCheck implements FormCheck<CallCheck.Answers> {

    private final LogCall logCall;

    CallCheck(LogCall logCall) {
        this.logCall = logCall;
    }

    /** @param fromCustomer no when the call turned out to be nothing for a case */
    record Answers(
            @Nullable String fromCustomer,
            @Nullable String customer,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String product,
            @Nullable String severity,
            @Nullable String affectedUsers) {}

    @Override
    public Set<String> elements() {
        return Set.of("userTask_CorrectCall");
    }

    @Override
    public Class<Answers> answers() {
        return Answers.class;
    }

    @Override
    public Optional<String> problemWith(Answers answers, String person) {
        if ("no".equals(answers.fromCustomer)) {
            return Optional.empty();
        }
        return logCall.problemWith(new Call(
                answers.customer,
                answers.contactName,
                answers.contactEmail,
                answers.contactPhone,
                answers.subject,
                answers.description,
                answers.product,
                answers.severity,
                answers.affectedUsers));
    }
}
