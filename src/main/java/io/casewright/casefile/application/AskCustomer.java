package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.CaseMessage;
import io.casewright.message.LetterContent;
import io.casewright.message.Messages;
import io.casewright.message.PublicText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the customer, reminds of the question, and takes the answer or its absence. */
@Service
public class AskCustomer {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Correspondence correspondence;
    private final Messages messages;
    private final CaseSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AskCustomer(
            CaseSteps steps,
            CaseProcess process,
            Correspondence correspondence,
            Messages messages,
            CaseSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.steps = steps;
        this.process = process;
        this.correspondence = correspondence;
        this.messages = messages;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How long an answer is awaited.
     *
     * @param reminders when to send the question again, as an ISO 8601 repeating interval with the time of the first
     * @param waitKey names this question apart from others of the case
     */
    public record Asked(Instant replyDue, String reminders, String waitKey) {}

    /**
     * What came of a question that seemed to have no answer.
     *
     * @param closed whether the case has ended
     * @param reply what the customer wrote in time all the same, for a hand-off that goes on; null else
     */
    public record Silence(boolean closed, @Nullable String reply) {}

    /** The question goes out and the case waits. */
    @Transactional
    public Asked ask(CaseNumber number, String question, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                return;
            }
            supportCase.ask(question, clock.instant().plus(settings.replyTime()));
            correspondence.write(supportCase, new LetterContent.Question(new PublicText(question)), step);
            steps.record(supportCase, Kind.ASKED, Actor.SYSTEM, step, question);
        });
        return waitFor(found);
    }

    /** How long an answer would be awaited, were the question asked now. */
    @Transactional(readOnly = true)
    public Asked waitFor(CaseNumber number) {
        return waitFor(steps.find(number));
    }

    private Asked waitFor(SupportCase found) {
        // None any more when the customer replied before the engine heard of the question.
        Instant due = found.replyDue().orElseGet(() -> clock.instant().plus(settings.replyTime()));
        Instant firstReminder = due.minus(settings.replyTime()).plus(settings.reminderEvery());
        return new Asked(due, "R/%s/%s".formatted(firstReminder, settings.reminderEvery()), found.waitKey());
    }

    /** Sends the question again; one that was answered or overtaken meanwhile is left alone. */
    @Transactional
    public void remind(CaseNumber number, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            var due = supportCase.replyDue();
            var question = supportCase.question();
            if (supportCase.status() != CaseStatus.WAITING_FOR_CUSTOMER || due.isEmpty() || question.isEmpty()) {
                return;
            }
            long left = Math.max(
                    1,
                    Duration.between(clock.instant(), due.get()).plusHours(12).toDays());
            correspondence.write(
                    supportCase, new LetterContent.Reminder(new PublicText(question.get()), (int) left), step);
            steps.record(supportCase, Kind.REMINDED, Actor.SYSTEM, step, null);
        });
    }

    /** The customer's answer is on the case, which goes on where it was. */
    @Transactional
    public CaseFacts takeReply(CaseNumber number, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status().isEnded()) {
                return;
            }
            if (supportCase.status() == CaseStatus.WAITING_FOR_CUSTOMER) {
                supportCase.takeReply();
            }
            steps.record(supportCase, Kind.REPLIED, Actor.SYSTEM, step, null);
        });
        return steps.factsOf(found);
    }

    /**
     * Nobody answered in time: the case is closed, and the customer told so. A reply of which the engine had not heard yet
     * still counts: a hand-off goes on with it; a diagnosis ends all the same, so another process takes the case up.
     *
     * @return what came of it
     */
    @Transactional
    public Silence closeUnanswered(CaseNumber number, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status() != CaseStatus.WAITING_FOR_CUSTOMER) {
                return;
            }
            if (supportCase.replyDue().isPresent()) {
                supportCase.closeUnanswered(clock.instant());
                correspondence.write(
                        supportCase, new LetterContent.Closing(LetterContent.Closing.Reason.NO_ANSWER), step);
                steps.record(supportCase, Kind.UNANSWERED, Actor.SYSTEM, step, null);
                events.publishEvent(new CaseEnded(number));
            } else if (!supportCase.asksForHandOff()) {
                supportCase.takeReply();
                supportCase.awaitProcess();
                process.startReopened(supportCase);
                steps.record(supportCase, Kind.REPLIED, Actor.SYSTEM, step, null);
            }
        });
        return found.asksForHandOff()
                ? new Silence(
                        false,
                        messages.lastOfTheCustomer(number.value())
                                .map(CaseMessage::body)
                                .map(AgentText::shown)
                                .orElse(null))
                : new Silence(found.status().isEnded(), null);
    }
}
