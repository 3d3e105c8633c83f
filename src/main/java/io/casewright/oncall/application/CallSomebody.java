package io.casewright.oncall.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.application.CaseWritten;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.oncall.domain.Rota;
import io.casewright.oncall.persistence.Calls;
import io.casewright.oncall.persistence.Rotas;
import io.casewright.openinghours.application.OpeningHours;
import io.casewright.platform.outbox.Outbox;
import io.casewright.promise.application.BreachOpened;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls whoever is on call for the queue of a case, one after the other, until somebody is on it. Where none of the queue's people answers, the
 * duty managers are called; where none of those does either, it stays on the page of calls and in the lists of the Desk.
 */
@Component
class CallSomebody {

    private static final TaskDescriptor<Next> TASK = TaskDescriptor.of("on-call", Next.class);

    private final Calls calls;
    private final Rotas rotas;
    private final TellPerson tellPerson;
    private final OpeningHours openingHours;
    private final CaseSteps steps;
    private final Outbox outbox;
    private final OnCallSettings settings;
    private final Clock clock;

    CallSomebody(
            Calls calls,
            Rotas rotas,
            TellPerson tellPerson,
            OpeningHours openingHours,
            CaseSteps steps,
            Outbox outbox,
            OnCallSettings settings,
            Clock clock) {
        this.calls = calls;
        this.rotas = rotas;
        this.tellPerson = tellPerson;
        this.openingHours = openingHours;
        this.steps = steps;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The next one is to be called.
     *
     * @param attempt how many were called before
     */
    record Next(long call, int attempt) {}

    /** At any hour: within those of the queue the people at their desks have not seen to it. */
    @EventListener
    void breached(BreachOpened opened) {
        call(opened.key(), opened.number(), opened.queue().group(), "A promise is missed or about to be missed");
    }

    /**
     * Once for each case, whether it came in as critical or is found to be, and not within the hours of its queue, when people are at their
     * desks. A case that is critical still when something happens to it after those hours is called for then. A queue of which no hours are
     * kept is called whenever somebody is on call.
     */
    @EventListener
    void written(CaseWritten written) {
        String key = written.number() + ":critical";
        if (written.severity() == Severity.CRITICAL
                && !written.status().isEnded()
                && (written.isNew() || !calls.isOpened(key))
                && !openingHours.areAtTheirDesks(written.queue(), clock.instant())) {
            call(
                    key,
                    written.number(),
                    written.queue().group(),
                    written.isNew() ? "A critical case came in" : "A case is critical");
        }
    }

    private void call(String key, CaseNumber number, String queue, String reason) {
        var now = clock.instant();
        if (nextOf(queue, call -> true).isPresent()) {
            calls.open(key, number.value(), queue, reason, now).ifPresent(id -> order(new Next(id, 0), Duration.ZERO));
        }
    }

    private void order(Next next, Duration notBefore) {
        outbox.add(
                TASK.instance("call-%d:%d".formatted(next.call(), next.attempt()))
                        .data(next)
                        .build(),
                notBefore);
    }

    /** Does nothing when somebody is on it, when its case ended, and the second time. */
    @Transactional
    public void next(Next next) {
        var found = calls.hold(next.call()).orElseThrow();
        if (!found.isOpen() || found.attempts().size() != next.attempt()) {
            return;
        }
        var supportCase = steps.find(new CaseNumber(found.caseNumber()));
        if (supportCase.status().isEnded()) {
            calls.close(found.id(), clock.instant());
            return;
        }
        var login = nextOf(found.queue(), each -> !found.hasCalled(each));
        if (login.isEmpty()) {
            calls.close(found.id(), clock.instant());
            steps.record(
                    supportCase,
                    Kind.CALL_UNANSWERED,
                    Actor.SYSTEM,
                    null,
                    "Nobody who is on call has answered. It is left to the duty managers.");
            return;
        }
        calls.attempt(found.id(), login.get(), clock.instant());
        tellPerson.order(found, login.get());
        steps.record(
                supportCase,
                Kind.PERSON_CALLED,
                Actor.SYSTEM,
                null,
                "%s is called: %s.".formatted(login.get(), found.reason()));
        order(new Next(found.id(), next.attempt() + 1), settings.acknowledgeWithin());
    }

    private Optional<String> nextOf(String queue, Predicate<String> wanted) {
        var now = clock.instant();
        return Stream.of(queue, Queue.DUTY_MANAGER.group())
                .distinct()
                .flatMap(each -> new Rota(rotas.of(each, now)).order(now).stream())
                .filter(wanted)
                .filter(login -> rotas.reachOf(login).isPresent())
                .findFirst();
    }

    @Configuration(proxyBeanMethods = false)
    static class Calling {

        @Bean
        Task<Next> onCallTask(Outbox outbox, CallSomebody callSomebody) {
            // Waits for an answer, which is no fault of the outbox.
            return outbox.taskThatMayWait(TASK, callSomebody::next);
        }
    }
}
