package io.casewright.casefile.application;

import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.MessageReadings;
import io.casewright.message.Direction;
import io.casewright.message.LetterContent.Closing;
import io.casewright.message.Messages;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles a resolved case after the customer's answer or silence. What the customer said is read from the case, not from
 * the message: an answer that arrives together with the end of the waiting time still counts. As long as something the customer
 * wrote is not read, silence is none.
 */
@Service
public class RecordAnswer {

    private final CaseSteps steps;
    private final Correspondence correspondence;
    private final Messages messages;
    private final MessageReadings readings;
    private final ApplicationEventPublisher events;
    private final CaseSettings settings;
    private final Clock clock;

    RecordAnswer(
            CaseSteps steps,
            Correspondence correspondence,
            Messages messages,
            MessageReadings readings,
            ApplicationEventPublisher events,
            CaseSettings settings,
            Clock clock) {
        this.steps = steps;
        this.correspondence = correspondence;
        this.messages = messages;
        this.readings = readings;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of the waiting. */
    public enum Settlement {
        SOLVED,
        NOT_SOLVED,
        /** The customer is still being heard: it is waited on. */
        PUT_OFF
    }

    /**
     * Settles it, once per step.
     *
     * @param waitedUntil for how long the process waited for an answer; null where it does not say
     */
    @Transactional
    public Settlement record(CaseNumber number, @Nullable Instant waitedUntil, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            if (supportCase.status() == CaseStatus.WITHDRAWN) {
                return;
            }
            if (supportCase.customerAnswer().isEmpty() && isHeardOn(supportCase, waitedUntil)) {
                steps.record(supportCase, Kind.CLOSING_PUT_OFF, Actor.SYSTEM, step, null);
                return;
            }
            supportCase.settle(clock.instant());
            boolean closed = supportCase.status() == CaseStatus.CLOSED;
            if (closed) {
                correspondence.write(supportCase, new Closing(reasonOf(supportCase)), step);
                events.publishEvent(new CaseClosed(supportCase));
            }
            steps.record(supportCase, closed ? Kind.CLOSED : Kind.REOPENED, Actor.SYSTEM, step, null);
        });
        return switch (found.status()) {
            case RESOLVED -> Settlement.PUT_OFF;
            case CLOSED, WITHDRAWN, DUPLICATE -> Settlement.SOLVED;
            default -> Settlement.NOT_SOLVED;
        };
    }

    /** Until something is read that the customer wrote, or as long as the customer was given more time. */
    private boolean isHeardOn(SupportCase supportCase, @Nullable Instant waitedUntil) {
        if (readings.anyUnread(supportCase.id())) {
            supportCase.giveTime(clock.instant().plus(settings.unreadTime()));
            return true;
        }
        return waitedUntil != null
                && supportCase.confirmationDue().filter(waitedUntil::isBefore).isPresent();
    }

    private Closing.Reason reasonOf(SupportCase supportCase) {
        if (supportCase.customerAnswer().isPresent()) {
            return Closing.Reason.CONFIRMED;
        }
        var resolvedAt = supportCase.resolvedAt().orElseThrow();
        boolean wrote = messages.of(supportCase.number().value()).stream()
                .anyMatch(message -> message.direction() == Direction.INBOUND
                        && !message.automatic()
                        && message.createdAt().isAfter(resolvedAt));
        return wrote ? Closing.Reason.NOTHING_LEFT : Closing.Reason.NO_ANSWER;
    }

    /** When the case closes by itself, as it stands now. */
    @Transactional(readOnly = true)
    public Instant closesAt(CaseNumber number) {
        return steps.find(number).confirmationDue().orElseGet(clock::instant);
    }
}
