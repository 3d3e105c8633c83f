package io.casewright.oncall.application;

import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.oncall.domain.Call;
import io.casewright.oncall.persistence.Calls;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was called, and who is on it. What cannot be done is said in a sentence. */
@Service
public class AnswerCall {

    private static final int SHOWN = 50;

    private final Calls calls;
    private final CaseSteps steps;
    private final Clock clock;

    AnswerCall(Calls calls, CaseSteps steps, Clock clock) {
        this.calls = calls;
        this.steps = steps;
        this.clock = clock;
    }

    /** The latest 50, those that wait before all others. */
    public List<Call> latest() {
        return calls.latest(SHOWN);
    }

    /**
     * Somebody is on it.
     *
     * @param isDutyManager whether the person may answer for others
     * @return why not; empty from now on
     */
    @Transactional
    public Optional<String> answer(long id, String login, boolean isDutyManager) {
        var found = calls.hold(id);
        if (found.isEmpty()) {
            return Optional.of("There is no such call. Load the page again.");
        }
        var call = found.get();
        if (call.answeredBy() != null) {
            return call.answeredBy().equals(login)
                    ? Optional.empty()
                    : Optional.of("%s is on it already.".formatted(call.answeredBy()));
        }
        if (!isDutyManager && !call.hasCalled(login)) {
            return Optional.of("You were not called for this. A duty manager or whoever was called answers it.");
        }
        if (!call.isOpen()) {
            return Optional.of("Nobody is called for this any more.");
        }
        calls.answer(id, login, clock.instant());
        steps.record(steps.find(new CaseNumber(call.caseNumber())), Kind.CALL_ANSWERED, Actor.agent(login), null, null);
        return Optional.empty();
    }
}
