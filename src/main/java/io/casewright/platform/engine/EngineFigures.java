package io.casewright.platform.engine;

import static io.casewright.platform.engine.Incidents.ask;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be measured of the engine from outside, at this moment. */
@Component
public class EngineFigures {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Asked about at once. */
    private static final int AT_ONCE = 20;

    private static final int MOST_VERSIONS = 200;

    private final CamundaClient engine;

    EngineFigures(CamundaClient engine) {
        this.engine = engine;
    }

    /**
     * How long the engine took to answer.
     *
     * @param version of the engine
     * @param question one that needs no decision of the engine: how it stands
     * @param command one that a partition had to write down and do
     */
    public record Answered(String version, Duration question, Duration command) {}

    /**
     * A version of a process.
     *
     * @param name as the model says it
     * @param newest whether what starts now starts in it
     * @param running how many instances of it have not ended
     */
    public record Version(String processId, String name, int version, boolean newest, long running) {}

    /** @throws EngineSilent when the engine does not answer */
    public Answered measure() {
        long before = System.nanoTime();
        var topology = ask(engine.newTopologyRequest().useRest().requestTimeout(PATIENCE));
        long between = System.nanoTime();
        // Nobody waits for this message, and without a time to live it is gone at once.
        ask(engine.newPublishMessageCommand()
                .messageName("casewright.measure")
                .correlationKey(UUID.randomUUID().toString())
                .timeToLive(Duration.ZERO)
                .requestTimeout(PATIENCE));
        return new Answered(
                topology.getGatewayVersion(),
                Duration.ofNanos(between - before),
                Duration.ofNanos(System.nanoTime() - between));
    }

    /**
     * Jobs that no worker has done yet, as the engine's search shows them.
     *
     * @throws EngineSilent when the engine does not answer
     */
    public long jobsWaiting() {
        return ask(engine.newJobSearchRequest()
                        .filter(filter -> filter.state(
                                state -> state.in(JobState.CREATED, JobState.TIMED_OUT, JobState.RETRIES_UPDATED)))
                        .page(page -> page.limit(1))
                        .requestTimeout(PATIENCE))
                .page()
                .totalItems();
    }

    /**
     * When the engine made its latest tasks, by their keys, as its search shows them.
     *
     * @throws EngineSilent when the engine does not answer
     */
    public Map<Long, Instant> latestTasks(int atMost) {
        return ask(engine.newUserTaskSearchRequest()
                        .sort(sort -> sort.creationDate().desc())
                        .page(page -> page.limit(atMost))
                        .requestTimeout(PATIENCE))
                .items()
                .stream()
                .filter(task -> task.getCreationDate() != null)
                .collect(Collectors.toMap(
                        UserTask::getUserTaskKey, task -> task.getCreationDate().toInstant(), (one, other) -> one));
    }

    /**
     * The versions in use and the newest of each process, as the engine's search shows them; by process, the newest first.
     *
     * @throws EngineSilent when the engine does not answer
     */
    public List<Version> versions() {
        var definitions = ask(engine.newProcessDefinitionSearchRequest()
                        .page(page -> page.limit(1000))
                        .requestTimeout(PATIENCE))
                .items()
                .stream()
                .sorted(Comparator.comparing(ProcessDefinition::getVersion).reversed())
                .limit(MOST_VERSIONS)
                .toList();
        var newest = definitions.stream()
                .collect(Collectors.toMap(
                        ProcessDefinition::getProcessDefinitionId,
                        ProcessDefinition::getVersion,
                        BinaryOperator.maxBy(Comparator.naturalOrder())));
        var versions = new ArrayList<Version>();
        for (int from = 0; from < definitions.size(); from += AT_ONCE) {
            var part = definitions.subList(from, Math.min(from + AT_ONCE, definitions.size()));
            var running = part.stream().map(this::running).toList();
            for (int i = 0; i < part.size(); i++) {
                var definition = part.get(i);
                versions.add(new Version(
                        definition.getProcessDefinitionId(),
                        Objects.requireNonNullElse(definition.getName(), definition.getProcessDefinitionId()),
                        definition.getVersion(),
                        Objects.equals(newest.get(definition.getProcessDefinitionId()), definition.getVersion()),
                        counted(running.get(i))));
            }
        }
        return versions.stream()
                .filter(version -> version.newest() || version.running() > 0)
                .sorted(Comparator.comparing(Version::name)
                        .thenComparing(Comparator.comparing(Version::version).reversed()))
                .toList();
    }

    private CamundaFuture<SearchResponse<ProcessInstance>> running(ProcessDefinition definition) {
        return engine.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionKey(definition.getProcessDefinitionKey())
                        .state(ProcessInstanceState.ACTIVE))
                .page(page -> page.limit(1))
                .requestTimeout(PATIENCE)
                .send();
    }

    private static long counted(CamundaFuture<SearchResponse<ProcessInstance>> asked) {
        try {
            return asked.join().page().totalItems();
        } catch (ClientException e) {
            throw new EngineSilent(e);
        }
    }
}
