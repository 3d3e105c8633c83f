package io.casewright.platform.engine.place;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.Job;
import io.camunda.client.api.search.response.ProcessInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets processes going in the engine in the middle of their way. */
@Component
public class Seats {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int PAGE = 1_000;

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
        var found = new HashMap<Long, Called>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var jobs = waitingJobs();
            for (ProcessInstance instance : running(processId)) {
                Job job = jobs.get(instance.getProcessInstanceKey());
                Long caller = instance.getParentProcessInstanceKey();
                if (job != null && caller != null && callers.contains(caller)) {
                    found.put(caller, new Called(instance.getProcessInstanceKey(), job.getElementInstanceKey()));
                }
            }
            if (found.size() == callers.size() || System.nanoTime() > deadline) {
                return found;
            }
            CompletableFuture.runAsync(
                            () -> {}, CompletableFuture.delayedExecutor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS))
                    .join();
        }
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
        var found = new ArrayList<ProcessInstance>();
        String cursor = null;
        while (true) {
            var page = instances(processId, cursor);
            found.addAll(page.items());
            cursor = page.page().endCursor();
            if (page.items().size() < PAGE || cursor == null) {
                return found;
            }
        }
    }

    private io.camunda.client.api.search.response.SearchResponse<ProcessInstance> instances(
            String processId, @Nullable String after) {
        return engine.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(processId).state(ProcessInstanceState.ACTIVE))
                .page(page -> {
                    page.limit(PAGE);
                    if (after != null) {
                        page.after(after);
                    }
                })
                .requestTimeout(PATIENCE)
                .send()
                .join();
    }

    /** By the instance; one that is at its first step has no more than one. */
    private Map<Long, Job> waitingJobs() {
        var found = new HashMap<Long, Job>();
        String cursor = null;
        while (true) {
            String after = cursor;
            var page = engine.newJobSearchRequest()
                    .filter(filter -> filter.state(JobState.CREATED))
                    .page(request -> {
                        request.limit(PAGE);
                        if (after != null) {
                            request.after(after);
                        }
                    })
                    .requestTimeout(PATIENCE)
                    .send()
                    .join();
            page.items().forEach(job -> found.put(job.getProcessInstanceKey(), job));
            cursor = page.page().endCursor();
            if (page.items().size() < PAGE || cursor == null) {
                return found;
            }
        }
    }
}
