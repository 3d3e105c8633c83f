package io.casewright.casefile.process;

import io.casewright.casefile.application.RequestAccess;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormValues;
import io.casewright.task.FormCheck;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class InvitationCheck implements FormCheck<SendInvitationWorker.Input> {

    private final RequestAccess requestAccess;

    InvitationCheck(RequestAccess requestAccess) {
        this.requestAccess = requestAccess;
    }

    @Override
    public Set<String> elements() {
        return Set.of("userTask_RequestDelegatedAccess");
    }

    @Override
    public Class<SendInvitationWorker.Input> answers() {
        return SendInvitationWorker.Input.class;
    }

    @Override
    public Optional<String> problemWith(SendInvitationWorker.Input answers, String person) {
        return requestAccess.problemWith(
                new CaseNumber(answers.caseNumber()),
                answers.decision(),
                FormValues.text(answers.invitationText()),
                answers.accessLink());
    }
}
