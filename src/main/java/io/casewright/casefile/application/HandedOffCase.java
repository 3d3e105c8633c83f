package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What those who work on a hand-off may see of the case and do to it. */
@Service
public class HandedOffCase {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Messages messages;
    private final MessageReadings readings;

    HandedOffCase(CaseSteps steps, CaseProcess process, Messages messages, MessageReadings readings) {
        this.steps = steps;
        this.process = process;
        this.messages = messages;
        this.readings = readings;
    }

    /** What the forms show of the case. */
    @Transactional(readOnly = true)
    public CaseFacts facts(CaseNumber number) {
        return steps.factsOf(steps.find(number));
    }

    /** Why nothing can be handed off any more, if that is so, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> whyEnded(CaseNumber number) {
        var found = steps.find(number);
        return found.status().isEnded()
                ? Optional.of("The case is %s meanwhile; nothing was recorded.".formatted(found.status()))
                : Optional.empty();
    }

    /** Puts on the timeline what happened at this step; the same step does it once. */
    @Transactional
    public void note(CaseNumber number, Kind kind, @Nullable String agent, Step step, String text) {
        steps.once(
                steps.find(number),
                step,
                supportCase -> steps.record(supportCase, kind, Actor.agent(agent), step, AgentText.cut(text)));
    }

    /** Puts on the timeline what happened outside the process; whoever calls sees to it that it is told once. */
    @Transactional
    public void tell(CaseNumber number, Kind kind, String text) {
        steps.record(steps.find(number), kind, Actor.SYSTEM, null, AgentText.cut(text));
    }

    /**
     * Whoever has the case is done with it, in the current transaction: what the customer was asked for them needs no answer
     * any more. An answer that is on its way to them is read by one of us.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopAsking(CaseNumber number) {
        var found = steps.find(number);
        if (!found.asksForHandOff()) {
            return;
        }
        if (!found.awaitsReply()) {
            messages.lastOfTheCustomer(number.value()).map(CaseMessage::id).ifPresent(messageId -> {
                readings.await(messageId, found.id());
                process.startReading(number, messageId);
            });
        }
        found.stopAsking();
        steps.record(found, Kind.REPLIED, Actor.SYSTEM, null, "No answer is awaited any more: the ticket is closed.");
    }
}
