package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the process of a case what happened, after the current transaction has committed. */
@Component
class CaseProcess {

    private final EngineOutbox engine;

    CaseProcess(EngineOutbox engine) {
        this.engine = engine;
    }

    /** False when the order to start it still waits. */
    boolean startFor(CaseNumber number) {
        return engine.send(EngineMessage.starting(
                CaseMessages.REQUEST_RECEIVED, number.value(), Map.of("caseNumber", number.value())));
    }

    void tellAnswered(CaseNumber number) {
        engine.send(EngineMessage.to(number.value(), CaseMessages.CUSTOMER_ANSWERED, Map.of()));
    }

    void tellWithdrawn(CaseNumber number) {
        engine.send(EngineMessage.to(number.value(), CaseMessages.REQUEST_WITHDRAWN, Map.of()));
    }
}
