package io.casewright.satisfaction.process;

import io.casewright.satisfaction.application.UnhappyCustomers;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CallBackCheck implements FormCheck<CallBackCheck.Answers> {

    private final UnhappyCustomers unhappyCustomers;

    CallBackCheck(UnhappyCustomers unhappyCustomers) {
        this.unhappyCustomers = unhappyCustomers;
    }

    record Answers(@Nullable String callNote) {}

    @Override
    public Set<String> elements() {
        return Set.of("userTask_CallBackCustomer");
    }

    @Override
    public Class<Answers> answers() {
        return Answers.class;
    }

    @Override
    public Optional<String> problemWith(Answers answers, String person) {
        return unhappyCustomers.problemWith(answers.callNote());
    }
}
