package io.casewright.task;

import io.casewright.platform.engine.UserTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
     * The open tasks of a case in these processes and in all that they call. Those that stand there already are left alone.
     *
     * @param due null leaves each due when it is
     * @param notLater elements whose tasks never become less urgent by this
     */
    public void place(
            String caseNumber,
            Collection<String> processIds,
            @Nullable Instant due,
            int priority,
            Set<String> notLater) {
        var processes = allCalled(processIds);
        for (var task : tasks.openOfCase(caseNumber)) {
            var now = due == null ? task.due() : due;
            if (now == null || !processes.contains(task.processId())) {
                continue;
            }
            boolean mayFall = !notLater.contains(task.elementId());
            var then = mayFall || task.due() == null || now.isBefore(task.due()) ? now : task.due();
            int urgency = mayFall ? priority : Math.max(priority, task.priority());
            if (urgency != task.priority() || !isSame(then, task.due())) {
                keepTasks.plan(List.of(task), then, urgency);
            }
        }
    }

    /** The engine may keep less of a time than the promise has. */
    private static boolean isSame(Instant one, @Nullable Instant other) {
        return other != null && Duration.between(one, other).abs().compareTo(Duration.ofSeconds(1)) < 0;
    }

    private Set<String> allCalled(Collection<String> processIds) {
        return processIds.stream()
                .flatMap(processId -> steps.withCalled(processId).stream())
                .collect(Collectors.toSet());
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
        var processes = allCalled(processIds);
        tasks.instancesOfCase(caseNumber, processes).stream()
                .filter(instance -> instance != processInstanceKey)
                .forEach(instance -> engine.tell(instance, variables));
        var open = tasks.openOfCase(caseNumber).stream()
                .filter(task -> processes.contains(task.processId()))
                .toList();
        keepTasks.plan(open, due, priority);
    }
}
