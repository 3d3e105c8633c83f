package io.casewright.casefile.application;

import io.casewright.casefile.Words;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.CustomerAnswer;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.message.CaseMessage;
import io.casewright.message.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person has read what the customer wrote, and says what comes of it. */
@Service
public class RecordReading {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Messages messages;
    private final MessageReadings readings;
    private final WriteToCustomer writeToCustomer;
    private final ConfirmResolution confirmResolution;
    private final Reopening reopening;
    private final FollowingCase followingCase;
    private final ReplanCase replanCase;
    private final Clock clock;

    RecordReading(
            CaseSteps steps,
            CaseProcess process,
            Messages messages,
            MessageReadings readings,
            WriteToCustomer writeToCustomer,
            ConfirmResolution confirmResolution,
            Reopening reopening,
            FollowingCase followingCase,
            ReplanCase replanCase,
            Clock clock) {
        this.steps = steps;
        this.process = process;
        this.messages = messages;
        this.readings = readings;
        this.writeToCustomer = writeToCustomer;
        this.confirmResolution = confirmResolution;
        this.reopening = reopening;
        this.followingCase = followingCase;
        this.replanCase = replanCase;
        this.clock = clock;
    }

    /** What comes of a message. */
    public enum Outcome {
        /** Nothing: it was thanks, or is known now to who works on the case. */
        READ,
        /** The customer is answered. */
        ANSWER,
        /** It answers the question that waits for the customer. */
        REPLY,
        /** The solution did not help, or the problem is back. */
        NOT_SOLVED,
        /** It is about something else, which becomes a case of its own. */
        NEW_CASE
    }

    /**
     * What a reader said; nothing here is trusted to be complete.
     *
     * @param outcome null where a form of before could not ask for it
     * @param words to the customer
     * @param count of how many messages the form showed; null where it did not say
     * @param severity how urgent the case is by what was read; null when that stays
     * @param severityShown how urgent it was when the form was filled in
     */
    public record Reading(
            @Nullable Outcome outcome,
            @Nullable String words,
            @Nullable Integer count,
            @Nullable Severity severity,
            @Nullable Severity severityShown) {

        /** What is done about it. */
        public Outcome result() {
            return outcome == null ? Outcome.READ : outcome;
        }
    }

    /** Why this cannot be recorded, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number, Reading reading) {
        return problemWith(steps.find(number), reading);
    }

    private Optional<String> problemWith(SupportCase supportCase, Reading reading) {
        if (reading.outcome == null && reading.count != null) {
            return Optional.of("What comes of it: choose one.");
        }
        return switch (reading.result()) {
            case READ -> Optional.empty();
            case ANSWER ->
                AgentText.problemWith("Words to the customer", reading.words).or(() -> erased(supportCase));
            case REPLY ->
                supportCase.awaitsReply()
                        ? Optional.empty()
                        : Optional.of("What comes of it: no question to the customer waits for an answer now.");
            case NOT_SOLVED ->
                hasSolution(supportCase) ? Optional.empty() : Optional.of(nothingToTakeBack(supportCase));
            case NEW_CASE -> followingCase.problemWith(supportCase).map("What comes of it: "::concat);
        };
    }

    private boolean hasSolution(SupportCase supportCase) {
        boolean awaitsWord = supportCase.status() == CaseStatus.RESOLVED
                && supportCase.customerAnswer().isEmpty();
        return awaitsWord || reopening.mayReopen(supportCase);
    }

    private static String nothingToTakeBack(SupportCase supportCase) {
        return "What comes of it: there is no solution to take back, the case stands at “%s”; %s."
                .formatted(
                        Words.of(supportCase.status()),
                        supportCase.status().isEnded()
                                ? "open a case of its own instead"
                                : "whoever works on it sees the message");
    }

    private static Optional<String> erased(SupportCase supportCase) {
        return supportCase.isErased()
                ? Optional.of("What comes of it: who wrote was erased and cannot be written to.")
                : Optional.empty();
    }

    /**
     * Records what comes of the messages that the form showed, and has the others, which came after it was opened, read anew.
     *
     * @param messageId whose task it was
     * @throws Overtaken when something came between
     */
    @Transactional
    public void record(CaseNumber number, long messageId, Reading reading, @Nullable String agent, Step step) {
        steps.once(steps.find(number), step, supportCase -> {
            Overtaken.failOn(number, problemWith(supportCase, reading));
            readings.await(messageId, supportCase.id());
            var together = readings.shownWith(messageId);
            var read = seen(messageId, together, reading);
            var actor = Actor.agent(agent);
            setSeverity(supportCase, reading, actor);
            act(supportCase, reading, words(supportCase, read), agent, step);
            readings.read(read, clock.instant());
            readings.letGo(messageId);
            together.stream().filter(id -> id != messageId).forEach(id -> process.tellReadingOver(number, id));
        });
    }

    /** A message that was taken up before there were readings together is shown alone. */
    private static List<Long> seen(long messageId, List<Long> together, Reading reading) {
        if (together.isEmpty()) {
            return List.of(messageId);
        }
        return reading.count == null
                ? together
                : together.stream().limit(reading.count).toList();
    }

    private void setSeverity(SupportCase supportCase, Reading reading, Actor actor) {
        var wanted = reading.severity;
        if (wanted == null
                || wanted == supportCase.severity()
                || supportCase.status().isEnded()) {
            return;
        }
        if (!supportCase.isAsUrgentAs(reading.severityShown)) {
            steps.record(supportCase, Kind.SEVERITY_KEPT, actor, null, wanted.name());
            return;
        }
        replanCase.reassess(supportCase, wanted);
        steps.record(supportCase, Kind.REASSESSED, actor, null, wanted.name());
    }

    private void act(SupportCase supportCase, Reading reading, String words, @Nullable String agent, Step step) {
        var actor = Actor.agent(agent);
        switch (reading.result()) {
            case READ -> {}
            case ANSWER ->
                writeToCustomer.write(
                        supportCase.number(), String.valueOf(reading.words), agent, step.key(), List.of());
            case REPLY -> {
                supportCase.hearReply();
                process.tellReplied(supportCase, words);
            }
            case NOT_SOLVED -> {
                if (supportCase.status() == CaseStatus.RESOLVED) {
                    confirmResolution.confirm(supportCase, CustomerAnswer.NOT_SOLVED, actor, words);
                } else {
                    reopening.reopen(supportCase, actor, words);
                }
            }
            case NEW_CASE -> {
                var opened = followingCase.open(supportCase, words, "read:" + step.key());
                steps.record(
                        supportCase,
                        Kind.CASE_OPENED,
                        actor,
                        null,
                        opened.number().value());
            }
        }
        steps.record(supportCase, Kind.MESSAGE_READ, actor, step, null);
    }

    private String words(SupportCase supportCase, List<Long> read) {
        return messages.of(supportCase.number().value()).stream()
                .filter(message -> read.contains(message.id()))
                .map(CaseMessage::body)
                .collect(Collectors.joining("\n\n"));
    }
}
