package io.casewright.majorcase.application;

import io.casewright.majorcase.domain.MajorCaseNumber;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the process of a major case what happened, after the current transaction has committed. */
@Component
class MajorCaseProcess {

    private final EngineOutbox engine;

    MajorCaseProcess(EngineOutbox engine) {
        this.engine = engine;
    }

    /** False when the order to start it still waits. */
    boolean startFor(MajorCaseNumber number) {
        return engine.send(EngineMessage.starting(
                MajorCaseMessages.PROPOSED, number.value(), Map.of("majorCase", number.value())));
    }

    void tellCaseArrived(MajorCaseNumber number) {
        engine.send(EngineMessage.to(number.value(), MajorCaseMessages.CASE_ARRIVED, Map.of()));
    }

    void tellAllCasesEnded(MajorCaseNumber number) {
        engine.send(EngineMessage.to(number.value(), MajorCaseMessages.ALL_CASES_ENDED, Map.of()));
    }
}
