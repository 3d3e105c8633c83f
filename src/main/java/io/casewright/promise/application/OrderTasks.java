package io.casewright.promise.application;

import io.casewright.casefile.application.CaseSettings;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.promise.domain.TaskOrder;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.task.TaskMade;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the open tasks of a case where its nearest promise puts them, whatever moves that. */
@Component
class OrderTasks {

    private final OpenTasks tasks;
    private final PromiseStore store;
    private final CaseSettings settings;

    OrderTasks(OpenTasks tasks, PromiseStore store, CaseSettings settings) {
        this.tasks = tasks;
        this.store = store;
        this.settings = settings;
    }

    @EventListener
    void moved(PromisesMoved moved) {
        order(moved.number());
    }

    /** Its process may have begun to make it before the promise moved. */
    @EventListener
    void made(TaskMade made) {
        CaseNumber.parse(made.caseNumber())
                .filter(number -> store.nextDue(number).isPresent())
                .ifPresent(this::order);
    }

    private void order(CaseNumber number) {
        int ofSeverity = settings.priority().of(store.situationOf(number).severity());
        tasks.order(
                number,
                store.nextDue(number).orElse(null),
                TaskOrder.priority(ofSeverity, store.passedByRunning(number)));
    }
}
