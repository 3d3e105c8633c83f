package io.casewright.casefile.process;

import io.casewright.casefile.application.Agents;
import io.casewright.casefile.application.CaseFacts;
import io.casewright.casefile.application.OpenTasks;
import io.casewright.platform.engine.UserTasks;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows from the engine who did a task and which tasks are open. */
@Component
class EngineAgents implements Agents, OpenTasks {

    private final UserTasks tasks;

    EngineAgents(UserTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<String> whoDid(long processInstanceKey, String elementId) {
        return tasks.assigneeOf(processInstanceKey, elementId);
    }

    @Override
    public Optional<String> whoCompleted(long processInstanceKey, String elementId) {
        return tasks.completerOf(processInstanceKey, elementId);
    }

    @Override
    public void hurry(long processInstanceKey, Instant due, int priority) {
        tasks.replan(processInstanceKey, due, priority, Map.of());
    }

    @Override
    public void replan(long processInstanceKey, CaseFacts facts) {
        var due = facts.taskDue();
        tasks.replan(
                processInstanceKey,
                due,
                facts.priority(),
                Map.of("taskDue", due.toString(), "priority", facts.priority(), "severity", facts.severity()));
    }
}
