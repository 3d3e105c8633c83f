package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the customer, reminds of the question, and takes the answer or its absence. */
@Service
public class AskCustomer {

    private final CaseSteps steps;
    private final CaseProcess process;
    private final Correspondence correspondence;
    private final CaseSettings settings;
    private final Clock clock;

    AskCustomer(
            CaseSteps steps, CaseProcess process, Correspondence correspondence, CaseSettings settings, Clock clock) {
        this.steps = steps;
        this.process = process;
        this.correspondence = correspondence;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How long an answer is awaited.
     *
     * @param reminders when to send the question again, as an ISO 8601 repeating interval with the time of the first
     */
    public record Asked(Instant replyDue, String reminders) {}

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
        // None any more when the customer replied before the engine heard of the question.
        Instant due = found.replyDue().orElseGet(() -> clock.instant().plus(settings.replyTime()));
        Instant firstReminder = due.minus(settings.replyTime()).plus(settings.reminderEvery());
        return new Asked(due, "R/%s/%s".formatted(firstReminder, settings.reminderEvery()));
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

    /** The customer's answer is on the case; the diagnosis goes on. */
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
     * still counts; the process ends all the same, so another one takes the case up.
     */
    @Transactional
    public void closeUnanswered(CaseNumber number, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status() != CaseStatus.WAITING_FOR_CUSTOMER) {
                return;
            }
            if (supportCase.replyDue().isEmpty()) {
                supportCase.takeReply();
                supportCase.awaitProcess();
                process.startReopened(supportCase);
                steps.record(supportCase, Kind.REPLIED, Actor.SYSTEM, step, null);
                return;
            }
            supportCase.closeUnanswered(clock.instant());
            correspondence.write(supportCase, new LetterContent.Closing(LetterContent.Closing.Reason.NO_ANSWER), step);
            steps.record(supportCase, Kind.UNANSWERED, Actor.SYSTEM, step, null);
        });
    }
}
