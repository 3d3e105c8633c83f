package io.casewright.promise.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.CaseSteps;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.engine.FormChoice;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.promise.domain.Breach;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.persistence.Breaches;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a duty manager what is breached, who holds its time, and who has what open. */
@Service
public class ShowBreach {

    private final CaseSteps steps;
    private final Breaches breaches;
    private final PromiseStore store;
    private final Tasks tasks;
    private final ProcessModels models;
    private final WhoMayHelp people;

    ShowBreach(
            CaseSteps steps,
            Breaches breaches,
            PromiseStore store,
            Tasks tasks,
            ProcessModels models,
            WhoMayHelp people) {
        this.steps = steps;
        this.breaches = breaches;
        this.store = store;
        this.tasks = tasks;
        this.models = models;
        this.people = people;
    }

    /**
     * What the form shows. These names are the names of the process variables.
     *
     * @param breachOpen whether somebody still has to look after it
     * @param breachPromise what was promised
     * @param breachDue when it is or was due
     * @param breachUsed how much of its time is used up
     * @param breachHeld who holds its time now; empty when nobody does
     * @param openWork one line for each task that waits: what, in which queue, who has it
     * @param peopleChoices who can be given the open tasks
     */
    public record Shown(
            boolean breachOpen,
            @JsonUnwrapped CaseFacts facts,
            String breachPromise,
            Instant breachDue,
            String breachUsed,
            String breachHeld,
            String openWork,
            List<FormChoice> peopleChoices) {}

    @Transactional(readOnly = true)
    public Shown look(CaseNumber number, String key) {
        var supportCase = steps.find(number);
        var breach = breaches.findOpen(key);
        var facts = steps.factsOf(supportCase);
        var open = tasks.openOfCase(number.value()).stream()
                .filter(task -> !task.elementId().equals("userTask_LookAfterBreachedPromise"))
                .map(this::line)
                .collect(Collectors.joining("\n"));
        var clock = breach.map(Breach::promise).flatMap(store::find).map(kept -> PromiseClock.of(kept.state()));
        return new Shown(
                breach.isPresent(),
                facts,
                clock.map(PromiseClock::kind).map(PromiseNames::of).orElse(""),
                clock.flatMap(PromiseClock::due).orElseGet(facts::taskDue),
                breach.map(found -> found.percent() + " %").orElse(""),
                clock.flatMap(PromiseClock::hold).map(hold -> hold.why()).orElse(""),
                open,
                people.in(supportCase.queue().group()));
    }

    private String line(Task task) {
        return "%s · %s · %s"
                .formatted(
                        Objects.requireNonNullElse(
                                models.labelOf(task.processId(), task.elementId()), task.elementId()),
                        Objects.requireNonNullElse(task.queue(), ""),
                        Objects.requireNonNullElse(task.assignee(), "nobody"));
    }
}
