package io.casewright.platform.engine.audit;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import io.casewright.platform.engine.EngineSilent;
import io.casewright.platform.engine.ProcessFlow;
import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.SearchPages;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the engine for all that it carries of ours. */
@Component
public class ReadEngine {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CamundaClient engine;
    private final ProcessFlows flows;
    private final Clock clock;

    ReadEngine(CamundaClient engine, ProcessFlows flows, Clock clock) {
        this.engine = engine;
        this.flows = flows;
        this.clock = clock;
    }

    /** @throws EngineSilent when it does not tell */
    public EngineState read() {
        var now = clock.instant();
        var ours = flows.all().map(ProcessFlow::processId).collect(Collectors.toSet());
        try {
            var tasks = SearchPages.all(page -> engine.newUserTaskSearchRequest()
                            .filter(filter -> filter.state(UserTaskState.CREATED))
                            .page(page)
                            .requestTimeout(PATIENCE)
                            .send()
                            .join())
                    .stream()
                    .filter(task -> ours.contains(task.getBpmnProcessId()))
                    .map(UserTask::getUserTaskKey)
                    .collect(Collectors.toSet());
            var instances = SearchPages.all(page -> engine.newProcessInstanceSearchRequest()
                            .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
                            .page(page)
                            .requestTimeout(PATIENCE)
                            .send()
                            .join())
                    .stream()
                    .filter(instance -> ours.contains(instance.getProcessDefinitionId()))
                    .collect(Collectors.toMap(
                            ProcessInstance::getProcessInstanceKey,
                            ProcessInstance::getProcessDefinitionId,
                            (one, other) -> one));
            return new EngineState(now, instances, tasks);
        } catch (ClientException e) {
            throw new EngineSilent(e);
        }
    }
}
