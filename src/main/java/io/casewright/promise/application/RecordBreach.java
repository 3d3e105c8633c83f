package io.casewright.promise.application;

import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.application.Overtaken;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.promise.persistence.Breaches;
import io.casewright.task.AssignTasks;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a duty manager does about a breached promise. */
@Service
public class RecordBreach {

    private static final String PROCESS = "promise-breached";

    private final CaseSteps steps;
    private final Breaches breaches;
    private final AssignTasks assignTasks;
    private final Clock clock;

    RecordBreach(CaseSteps steps, Breaches breaches, AssignTasks assignTasks, Clock clock) {
        this.steps = steps;
        this.breaches = breaches;
        this.assignTasks = assignTasks;
        this.clock = clock;
    }

    /** What is done now. */
    public enum Action {
        CALL_CUSTOMER,
        REASSIGN,
        ACCEPT
    }

    /**
     * What the form says.
     *
     * @param login who is to have the open tasks, where they are reassigned
     */
    public record Answer(
            @Nullable Action action,
            @Nullable String login,
            @Nullable String reason) {}

    /** Why the answer cannot be taken, as a sentence for the duty manager. */
    public Optional<String> problemWith(Answer answer) {
        if (answer.action() == null) {
            return Optional.of("What is done now: choose one.");
        }
        return switch (answer.action()) {
            case REASSIGN ->
                answer.login() == null ? Optional.of("Who gets the open tasks: choose a person.") : Optional.empty();
            case ACCEPT ->
                answer.reason() == null ? Optional.of("Reason: required when nothing more is done.") : Optional.empty();
            case CALL_CUSTOMER -> Optional.empty();
        };
    }

    /** @throws Overtaken when there is a problem with the answer */
    @Transactional
    public void record(CaseNumber number, String key, Answer answer, @Nullable String agent, Step step) {
        var found = steps.find(number);
        steps.once(found, step, supportCase -> {
            Overtaken.failOn(number, problemWith(answer));
            breaches.findOpen(key).ifPresent(breach -> breaches.settle(breach, clock.instant()));
            act(supportCase, answer);
            steps.record(
                    supportCase,
                    kindOf(Objects.requireNonNull(answer.action())),
                    Actor.agent(agent),
                    step,
                    words(answer));
        });
    }

    private void act(SupportCase supportCase, Answer answer) {
        if (answer.action() == Action.REASSIGN && answer.login() != null) {
            assignTasks.ofCase(supportCase.number().value(), PROCESS, answer.login());
        }
    }

    private static Kind kindOf(Action action) {
        return switch (action) {
            case CALL_CUSTOMER -> Kind.BREACH_CALLED;
            case REASSIGN -> Kind.BREACH_REASSIGNED;
            case ACCEPT -> Kind.BREACH_ACCEPTED;
        };
    }

    private static @Nullable String words(Answer answer) {
        String login = answer.action() == Action.REASSIGN ? answer.login() : null;
        return login == null ? answer.reason() : answer.reason() == null ? login : login + "\n" + answer.reason();
    }
}
