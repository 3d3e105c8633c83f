package io.casewright.satisfaction.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.casefile.application.CaseClosed;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.application.Correspondence;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.message.LetterContent;
import io.casewright.platform.outbox.Outbox;
import io.casewright.satisfaction.persistence.Surveys;
import io.casewright.satisfaction.persistence.Surveys.LeftOut;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the contact of a case, some time after it closed and once, how satisfied it is. */
@Service
class AskCustomers {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("satisfaction-survey", Order.class);
    private static final Step STEP = new Step("satisfaction-survey", "satisfaction-survey");

    private final Surveys surveys;
    private final CaseSteps steps;
    private final Correspondence correspondence;
    private final Outbox outbox;
    private final SurveySettings settings;
    private final Clock clock;

    AskCustomers(
            Surveys surveys,
            CaseSteps steps,
            Correspondence correspondence,
            Outbox outbox,
            SurveySettings settings,
            Clock clock) {
        this.surveys = surveys;
        this.steps = steps;
        this.correspondence = correspondence;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whom to ask about which end of the case. */
    record Order(String caseNumber, int reopenings) {}

    /** Only a case that was solved closes so; what was joined, withdrawn, redirected or never answered does not. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(CaseClosed closed) {
        var supportCase = closed.supportCase();
        String number = supportCase.number().value();
        surveys.plan(number, clock.instant().plus(settings.askAfter()));
        var order = new Order(number, supportCase.reopenings());
        outbox.add(
                TASK.instance("%s:%d".formatted(number, order.reopenings()))
                        .data(order)
                        .build(),
                settings.askAfter());
    }

    /** A case that was reopened meanwhile is asked about when it closes again. */
    @Transactional
    public void ask(Order order) {
        var supportCase = steps.find(new CaseNumber(order.caseNumber()));
        var survey = surveys.hold(order.caseNumber()).orElseThrow();
        if (supportCase.status() != CaseStatus.CLOSED
                || supportCase.reopenings() != order.reopenings()
                || survey.askedAt() != null) {
            return;
        }
        var leftOut = whyNot(supportCase);
        if (leftOut.isPresent()) {
            surveys.leaveOut(survey.id(), leftOut.get());
            return;
        }
        var now = clock.instant();
        surveys.asked(survey.id(), now, now.plus(settings.linkValid()));
        correspondence.write(supportCase, new LetterContent.Satisfaction(now.plus(settings.linkValid())), STEP);
        steps.record(supportCase, TimelineEntry.Kind.SATISFACTION_ASKED, Actor.SYSTEM, null, null);
    }

    private Optional<LeftOut> whyNot(SupportCase supportCase) {
        if (supportCase.isErased()) {
            return Optional.of(LeftOut.ERASED);
        }
        if (surveys.isOfAMajorCase(supportCase.number().value())) {
            return Optional.of(LeftOut.MAJOR_CASE);
        }
        if (surveys.isClosed(supportCase.contactId())) {
            return Optional.of(LeftOut.CONTACT_CLOSED);
        }
        return surveys.isAskedSince(supportCase.contactId(), clock.instant().minus(settings.quietTime()))
                ? Optional.of(LeftOut.ASKED_LATELY)
                : Optional.empty();
    }

    @Configuration(proxyBeanMethods = false)
    static class Asking {

        @Bean
        Task<Order> satisfactionSurveyTask(Outbox outbox, AskCustomers askCustomers) {
            // Waits for days, which is no fault of the outbox.
            return outbox.taskThatMayWait(TASK, askCustomers::ask);
        }
    }
}
