package io.casewright.platform.engine.place;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.Job;
import io.camunda.client.api.search.response.ProcessInstance;
import io.casewright.platform.engine.SearchPages;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sets processes going in the engine in the middle of their way. */
@Component
public class Seats {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final CamundaClient engine;

    Seats(CamundaClient engine) {
        this.engine = engine;
    }

    /**
     * A process that another has just called, and that is at its first step.
     *
     * @param firstVisit the engine's key of the visit to its first step
     */
    public record Called(long processInstanceKey, long firstVisit) {}

    /**
     * Starts the process at these elements.
     *
     * @return the key of the instance
     */
    public CompletableFuture<Long> start(String processId, Map<String, Object> variables, List<String> elements) {
        var command = engine.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables);
        for (String element : elements) {
            command = command.startBeforeElement(element);
        }
        return command.requestTimeout(PATIENCE)
                .send()
                .thenApply(event -> event.getProcessInstanceKey())
                .toCompletableFuture();
    }

    /**
     * The running process goes another way besides, beginning at this element.
     *
     * @param scope the sub-process that is entered for it, which is to know the variables
     */
    public void enter(long processInstanceKey, String element, String scope, Map<String, Object> variables) {
        engine.newModifyProcessInstanceCommand(processInstanceKey)
                .activateElement(element, processInstanceKey)
                .withVariables(variables, scope)
                .requestTimeout(PATIENCE)
                .send()
                .join();
    }

    /** The called process leaves its first step for these elements. */
    public void move(Called called, Map<String, Object> variables, List<String> elements) {
        var command = engine.newModifyProcessInstanceCommand(called.processInstanceKey());
        var first = command.activateElement(elements.getFirst()).withVariables(variables);
        for (String other : elements.subList(1, elements.size())) {
            first = first.and().activateElement(other);
        }
        first.and()
                .terminateElement(called.firstVisit())
                .requestTimeout(PATIENCE)
                .send()
                .join();
    }

    /**
     * What these instances have called, by the key of the caller. Asked of the engine's search until all are there or the
     * patience ends.
     */
    public Map<Long, Called> calledBy(Set<Long> callers, String processId) {
        return Retry.of(
                        "called",
                        RetryConfig.<Map<Long, Called>>custom()
                                .maxAttempts(Math.toIntExact(PATIENCE.dividedBy(LOOK_EVERY)))
                                .waitDuration(LOOK_EVERY)
                                .retryOnResult(found -> found.size() < callers.size())
                                .retryOnException(failure -> false)
                                .build())
                .executeSupplier(() -> lookForCalled(callers, processId));
    }

    private Map<Long, Called> lookForCalled(Set<Long> callers, String processId) {
        // A process that is at its first step has no more than one.
        var jobs = waitingJobs().stream()
                .collect(Collectors.toMap(Job::getProcessInstanceKey, job -> job, (one, other) -> other));
        var found = new HashMap<Long, Called>();
        for (ProcessInstance instance : running(processId)) {
            Job job = jobs.get(instance.getProcessInstanceKey());
            Long caller = instance.getParentProcessInstanceKey();
            if (job != null && caller != null && callers.contains(caller)) {
                found.put(caller, new Called(instance.getProcessInstanceKey(), job.getElementInstanceKey()));
            }
        }
        return found;
    }

    /** The instances of the process that run and that nobody called, as the engine's search shows them. */
    public Set<Long> runningByThemselves(String processId) {
        return running(processId).stream()
                .filter(instance ->
                        instance.getParentProcessInstanceKey() == null || instance.getParentProcessInstanceKey() < 0)
                .map(ProcessInstance::getProcessInstanceKey)
                .collect(Collectors.toSet());
    }

    public void cancel(Collection<Long> processInstanceKeys) {
        processInstanceKeys.forEach(key -> engine.newCancelInstanceCommand(key)
                .requestTimeout(PATIENCE)
                .send()
                .join());
    }

    private List<ProcessInstance> running(String processId) {
        return SearchPages.all(page -> engine.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(processId).state(ProcessInstanceState.ACTIVE))
                .page(page)
                .requestTimeout(PATIENCE)
                .send()
                .join());
    }

    private List<Job> waitingJobs() {
        return SearchPages.all(page -> engine.newJobSearchRequest()
                .filter(filter -> filter.state(JobState.CREATED))
                .page(page)
                .requestTimeout(PATIENCE)
                .send()
                .join());
    }
}
