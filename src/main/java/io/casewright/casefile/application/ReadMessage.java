package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.Messages;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person reads what the customer wrote beside the work. */
@Service
public class ReadMessage {

    private final CaseSteps steps;
    private final ReplanCase replanCase;
    private final Messages messages;

    ReadMessage(CaseSteps steps, ReplanCase replanCase, Messages messages) {
        this.steps = steps;
        this.replanCase = replanCase;
        this.messages = messages;
    }

    /**
     * What a person needs to read it.
     *
     * @param text the message, cut to what a form can show
     */
    public record Unread(CaseFacts facts, String text) {}

    @Transactional(readOnly = true)
    public Unread takeUp(CaseNumber number, long messageId) {
        var message = messages.find(number.value(), messageId)
                .orElseThrow(() -> new NoSuchElementException(
                        "There is no message %d of the case %s".formatted(messageId, number)));
        return new Unread(steps.factsOf(steps.find(number)), AgentText.shown(message.body()));
    }

    /**
     * It was read.
     *
     * @param severity what it says about how urgent the case is; null when it changes nothing
     */
    @Transactional
    public void record(CaseNumber number, @Nullable Severity severity, @Nullable String agent, Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            if (severity != null
                    && severity != supportCase.severity()
                    && !supportCase.status().isEnded()) {
                replanCase.reassess(supportCase, severity);
            }
            steps.record(
                    supportCase,
                    Kind.MESSAGE_READ,
                    Actor.agent(agent),
                    step,
                    severity == null ? null : severity.name());
        });
    }
}
