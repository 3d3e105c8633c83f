package io.casewright.task;

import io.casewright.platform.engine.UserTasks;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Gives open tasks another place in the lists: at the Desk at once, in the engine as soon as it takes it. */
@Service
public class PlanTasks {

    private final Tasks tasks;
    private final KeepTasks keepTasks;
    private final ProcessSteps steps;
    private final UserTasks engine;

    PlanTasks(Tasks tasks, KeepTasks keepTasks, ProcessSteps steps, UserTasks engine) {
        this.tasks = tasks;
        this.keepTasks = keepTasks;
        this.steps = steps;
        this.engine = engine;
    }

    /** The open tasks of one instance of a process. */
    public void inInstance(long processInstanceKey, Instant due, int priority) {
        keepTasks.plan(tasks.openIn(processInstanceKey), due, priority);
    }

    /**
     * The open tasks of a case in these processes and in all that they call; their instances get these variables, so that
     * their next tasks stand where these do. An instance that ended meanwhile is left alone.
     *
     * @param processInstanceKey of an instance that knows the variables already
     * @throws io.camunda.client.api.command.ClientException when the engine does not take the variables now
     */
    public void ofCase(
            String caseNumber,
            Collection<String> processIds,
            long processInstanceKey,
            Instant due,
            int priority,
            Map<String, Object> variables) {
        var processes = processIds.stream()
                .flatMap(processId -> steps.withCalled(processId).stream())
                .collect(Collectors.toSet());
        tasks.instancesOfCase(caseNumber, processes).stream()
                .filter(instance -> instance != processInstanceKey)
                .forEach(instance -> engine.tell(instance, variables));
        var open = tasks.openOfCase(caseNumber).stream()
                .filter(task -> processes.contains(task.processId()))
                .toList();
        keepTasks.plan(open, due, priority);
    }
}
