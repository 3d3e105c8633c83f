package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.AccessAsked.Asked;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.platform.engine.place.Places;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the process of a case what happened, after the current transaction has committed; critical cases and customers' words first. */
@Component
public class CaseProcess {

    private final EngineOutbox engine;
    private final Places places;
    private final CaseSettings settings;

    CaseProcess(EngineOutbox engine, Places places, CaseSettings settings) {
        this.engine = engine;
        this.places = places;
        this.settings = settings;
    }

    /** False when the order to start it still waits. */
    boolean startFor(SupportCase supportCase) {
        return engine.send(orderFor(supportCase));
    }

    /** For a case that no process carries; false when the order to start one still waits. */
    boolean startAgain(SupportCase supportCase) {
        return engine.send(orderAgain(supportCase));
    }

    /** For a case that seems to have no process; false when one has begun, or when the order to start one still waits. */
    boolean startUnlessBegun(SupportCase supportCase) {
        var order = orderAgain(supportCase);
        return !places.hasEverBegunWith(order) && engine.send(order);
    }

    /** A case that was closed is worked on again, by a new instance. */
    boolean startReopened(SupportCase supportCase) {
        return engine.send(orderReopened(supportCase));
    }

    private static EngineMessage orderAgain(SupportCase supportCase) {
        return supportCase.status() == CaseStatus.RECEIVED ? orderFor(supportCase) : orderReopened(supportCase);
    }

    private static EngineMessage orderFor(SupportCase supportCase) {
        String number = supportCase.number().value();
        var start = EngineMessage.starting(CaseMessages.REQUEST_RECEIVED, number, Map.of("caseNumber", number));
        return supportCase.severity() == Severity.CRITICAL ? start.urgently() : start;
    }

    private static EngineMessage orderReopened(SupportCase supportCase) {
        String number = supportCase.number().value();
        // Each new life has a key of its own: the instance of the one before may still be about to end.
        return EngineMessage.starting(
                        CaseMessages.CASE_REOPENED,
                        number + ":" + supportCase.reopenings(),
                        Map.of("caseNumber", number))
                .urgently();
    }

    /**
     * Watches the known issue that the case waits for. The step makes it a watch of its own: one that is about to end would
     * keep another of the same case from starting.
     */
    public void watchKnownIssue(CaseNumber number, Step step, Map<String, Object> variables) {
        engine.send(
                EngineMessage.starting(CaseMessages.KNOWN_ISSUE_LINKED, number.value() + ":" + step.key(), variables));
    }

    /** The wait is over without a solution, and nothing of the issue stays with the case. */
    public void tellUnlinked(SupportCase supportCase) {
        engine.send(
                endOfWait(supportCase, CaseMessages.KNOWN_ISSUE_OVER, Map.of("workSolved", false, "knownIssue", "")));
    }

    public void tellKnownIssueOver(SupportCase supportCase, String words) {
        engine.send(
                endOfWait(supportCase, CaseMessages.KNOWN_ISSUE_OVER, Map.of("workSolved", true, "resolution", words)));
    }

    void tellReplied(SupportCase supportCase, String text) {
        engine.send(endOfWait(supportCase, CaseMessages.CUSTOMER_REPLIED, Map.of("messageText", AgentText.shown(text)))
                .urgently());
    }

    /** For what the case waits for now and for nothing that comes after; however long the process takes to get there. */
    private EngineMessage endOfWait(SupportCase supportCase, String name, Map<String, Object> variables) {
        return EngineMessage.to(supportCase.waitKey(), name, variables).keptFor(settings.longestWait());
    }

    /** Follows a request for a role until nothing is left of it at Microsoft, whatever becomes of the case; see end-access.bpmn. */
    void startTakingBack(Asked request) {
        engine.send(EngineMessage.starting(
                CaseMessages.ACCESS_NOT_NEEDED,
                request.reference() + ":" + request.rounds(),
                Map.of(
                        "caseNumber",
                        request.caseNumber(),
                        "accessRequest",
                        request.id(),
                        "accessReference",
                        request.reference())));
    }

    /** A person reads the message, whatever becomes of the case; see customer-message.bpmn. */
    void startReading(CaseNumber number, long messageId) {
        engine.send(EngineMessage.starting(
                        CaseMessages.CUSTOMER_WROTE,
                        readingKey(number, messageId),
                        Map.of("caseNumber", number.value(), "messageId", messageId))
                .urgently());
    }

    /** There is more to be read in the task of that message. */
    void tellAdded(CaseNumber number, long taskOf) {
        engine.send(EngineMessage.to(readingKey(number, taskOf), CaseMessages.MESSAGE_ADDED, Map.of())
                .urgently());
    }

    /** The task that this message was shown by is done. */
    void tellReadingOver(CaseNumber number, long messageId) {
        engine.send(EngineMessage.to(readingKey(number, messageId), CaseMessages.READING_OVER, Map.of())
                .urgently());
    }

    private static String readingKey(CaseNumber number, long messageId) {
        return number + ":" + messageId;
    }

    void tellReassessed(CaseNumber number) {
        engine.send(EngineMessage.to(number.value(), CaseMessages.SEVERITY_CHANGED, Map.of())
                .urgently());
    }

    void tellAnswered(SupportCase supportCase) {
        engine.send(
                endOfWait(supportCase, CaseMessages.CUSTOMER_ANSWERED, Map.of()).urgently());
    }

    void tellWithdrawn(CaseNumber number) {
        engine.send(EngineMessage.to(number.value(), CaseMessages.REQUEST_WITHDRAWN, Map.of()));
    }
}
