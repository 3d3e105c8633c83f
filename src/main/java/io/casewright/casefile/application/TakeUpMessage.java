package io.casewright.casefile.application;

import io.casewright.casefile.Words;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.message.Messages;
import io.casewright.message.Visibility;
import io.casewright.platform.text.CutText;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings what a customer wrote to a person: in a task of its own, or in the one that is open already. */
@Service
public class TakeUpMessage {

    private static final int LONGEST = 10_000;

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Messages messages;
    private final MessageReadings readings;

    TakeUpMessage(CaseSteps steps, CaseProcess process, Messages messages, MessageReadings readings) {
        this.steps = steps;
        this.process = process;
        this.messages = messages;
        this.readings = readings;
    }

    /** Who reads a message. */
    public enum Reader {
        /** Whoever takes its task. */
        OWN_TASK,
        /** Whoever reads another message of the case. */
        OTHER_TASK,
        /** It was read with another. */
        NOBODY
    }

    /**
     * Where a message is read.
     *
     * @param unread what its own task shows; null where it has none
     */
    public record TakenUp(Reader reader, @Nullable Unread unread) {}

    /**
     * What a person needs to read it.
     *
     * @param status of the case, in words
     * @param question that the customer was asked last; empty when there is none
     * @param text the messages of the task, oldest first, cut to what a form can show
     * @param count how many they are
     * @param before what was written last before them
     */
    public record Unread(CaseFacts facts, String status, String question, String before, String text, int count) {}

    /**
     * Decides where the message is read. Of several that wait, one has a task, and that task shows them all.
     *
     * @throws NoSuchElementException when the case has no such message
     */
    @Transactional
    public TakenUp takeUp(CaseNumber number, long messageId) {
        var supportCase = steps.find(number);
        requireMessage(number, messageId);
        if (readings.isRead(messageId)) {
            return new TakenUp(Reader.NOBODY, null);
        }
        readings.await(messageId, supportCase.id());
        long taskOf = readings.withTask(supportCase.id()).orElse(messageId);
        readings.showWith(messageId, taskOf);
        if (taskOf == messageId) {
            return new TakenUp(Reader.OWN_TASK, unread(supportCase, messageId));
        }
        if (readings.beginAdding(taskOf)) {
            process.tellAdded(number, taskOf);
        }
        return new TakenUp(Reader.OTHER_TASK, null);
    }

    /** What the task of that message shows, now that others came to it. */
    @Transactional
    public Unread add(CaseNumber number, long taskOf) {
        var supportCase = steps.find(number);
        readings.added(taskOf);
        return unread(supportCase, taskOf);
    }

    private void requireMessage(CaseNumber number, long messageId) {
        if (messages.find(number.value(), messageId).isEmpty()) {
            throw new NoSuchElementException("There is no message %d of the case %s".formatted(messageId, number));
        }
    }

    private Unread unread(SupportCase supportCase, long taskOf) {
        var all = messages.of(supportCase.number().value());
        var shown = readings.shownWith(taskOf);
        var texts = shown.stream()
                .flatMap(id -> all.stream().filter(message -> message.id() == id))
                .map(CaseMessage::body)
                .toList();
        return new Unread(
                steps.factsOf(supportCase),
                Words.of(supportCase.status()),
                supportCase.question().map(AgentText::shown).orElse(""),
                AgentText.shown(before(all, shown)),
                CutText.upTo(LONGEST, String.join("\n\n", texts)),
                texts.size());
    }

    /** What was said between customer and partner before these. */
    private static List<String> before(List<CaseMessage> all, List<Long> shown) {
        long first = shown.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        return all.stream()
                .filter(message -> message.id() < first && message.visibility() == Visibility.PUBLIC)
                .map(message -> (message.direction() == Direction.INBOUND ? "Customer: " : "We: ") + message.body())
                .toList();
    }
}
