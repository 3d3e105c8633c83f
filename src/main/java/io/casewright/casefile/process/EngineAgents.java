package io.casewright.casefile.process;

import io.casewright.casefile.application.Agents;
import io.casewright.platform.engine.UserTasks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows from the engine who did a task. */
@Component
class EngineAgents implements Agents {

    private final UserTasks tasks;

    EngineAgents(UserTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<String> whoDid(long processInstanceKey, String elementId) {
        return tasks.assigneeOf(processInstanceKey, elementId);
    }
}
