package io.casewright.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.filter.IncidentFilter;
import io.camunda.client.api.search.response.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's incidents, and what is done about them. What is found is what the engine's search shows, which may be some
 * seconds behind.
 */
@Component
public class Incidents {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAGE = 500;

    /** A search answers no more than these. */
    private static final int MOST = 10_000;

    private final CamundaClient engine;
    private final ObjectMapper json;

    Incidents(CamundaClient engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /**
     * Those that wait for somebody, the newest first.
     *
     * @param all whether these are all; there may be more than a search answers
     */
    public record Found(List<Incident> incidents, boolean all) {}

    /** @throws EngineSilent when the engine does not answer */
    public Found open() {
        return search(filter -> filter.state(IncidentState.ACTIVE));
    }

    private Found search(Consumer<IncidentFilter> wanted) {
        var found = new ArrayList<Incident>();
        while (found.size() < MOST) {
            int from = found.size();
            var page = ask(engine.newIncidentSearchRequest()
                            .filter(wanted)
                            .sort(sort -> sort.creationTime().desc())
                            .page(part -> part.from(from).limit(PAGE))
                            .requestTimeout(PATIENCE))
                    .items();
            page.stream().map(Incidents::incident).forEach(found::add);
            if (page.size() < PAGE) {
                return new Found(found, true);
            }
        }
        return new Found(found, false);
    }

    /**
     * The numbers of the cases that these instances of processes belong to, as far as the engine tells them.
     *
     * @throws EngineSilent when the engine does not answer
     */
    public Map<Long, String> caseNumbers(Collection<Long> processInstances) {
        var keys = processInstances.stream().distinct().limit(PAGE).toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        var numbers = new HashMap<Long, String>();
        ask(engine.newVariableSearchRequest()
                        .filter(filter -> filter.name("caseNumber").processInstanceKey(key -> key.in(keys)))
                        .page(page -> page.limit(2 * PAGE))
                        .requestTimeout(PATIENCE))
                .items()
                .forEach(variable -> text(variable.getValue())
                        .ifPresent(number -> numbers.put(variable.getProcessInstanceKey(), number)));
        return numbers;
    }

    /**
     * Lets the engine try once more what led to the incident.
     *
     * @param attempts that the job gets, when there is one
     * @return false when the incident was over already
     * @throws IncidentRefused when the engine does not take it
     * @throws EngineSilent when the engine does not answer
     */
    public boolean retry(Incident incident, int attempts) {
        if (incident.jobKey() != null
                && !isTaken(engine.newUpdateRetriesCommand(incident.jobKey())
                        .retries(attempts)
                        .requestTimeout(PATIENCE))) {
            return false;
        }
        return isTaken(engine.newResolveIncidentCommand(incident.key()).requestTimeout(PATIENCE));
    }

    /**
     * What became of incidents that were retried, by their keys, in the same order.
     *
     * @param attempts that the job of each got
     * @throws EngineSilent when the engine does not answer
     */
    public Map<Long, IncidentCourse> courses(Collection<Incident> retried, ToIntFunction<Incident> attempts) {
        var again = stillOpen(retried);
        var jobs = jobs(
                retried.stream().map(Incident::jobKey).filter(Objects::nonNull).toList());
        var courses = new LinkedHashMap<Long, IncidentCourse>();
        for (var incident : retried) {
            var open = again.get(incident.elementInstanceKey());
            if (open == null) {
                courses.put(incident.key(), courseOf(incident, jobs, attempts));
            } else if (open.key() == incident.key()) {
                courses.put(incident.key(), IncidentCourse.UNDER_WAY);
            } else {
                courses.put(incident.key(), IncidentCourse.failedAgain(open.message()));
            }
        }
        return courses;
    }

    private static IncidentCourse courseOf(Incident incident, Map<Long, Job> jobs, ToIntFunction<Incident> attempts) {
        if (incident.jobKey() == null) {
            // The same attempt that ended it would have led to the next.
            return IncidentCourse.OVER;
        }
        var job = jobs.get(incident.jobKey());
        if (job == null) {
            return IncidentCourse.UNDER_WAY;
        }
        return switch (job.getState()) {
            case COMPLETED, ERROR_THROWN, CANCELED -> IncidentCourse.OVER;
            // One with no attempts left failed before it was retried.
            case FAILED ->
                job.getRetries() > 0 && job.getRetries() < attempts.applyAsInt(incident)
                        ? IncidentCourse.failedAgain(Objects.requireNonNullElse(job.getErrorMessage(), ""))
                        : IncidentCourse.UNDER_WAY;
            default -> IncidentCourse.UNDER_WAY;
        };
    }

    /** By the element they are at; one that was retried counts less than the one that followed it. */
    private Map<Long, Incident> stillOpen(Collection<Incident> retried) {
        var wanted = retried.stream().map(Incident::elementInstanceKey).collect(Collectors.toSet());
        var keys = retried.stream().map(Incident::key).collect(Collectors.toSet());
        var elements = retried.stream().map(Incident::elementId).distinct().toList();
        // A new one is pending before it is active.
        return Stream.of(IncidentState.ACTIVE, IncidentState.PENDING)
                .flatMap(state -> elements.stream()
                        .flatMap(element ->
                                search(filter -> filter.state(state).elementId(element)).incidents().stream()))
                .filter(incident -> wanted.contains(incident.elementInstanceKey()))
                .collect(Collectors.toMap(
                        Incident::elementInstanceKey,
                        Function.identity(),
                        (one, other) -> keys.contains(one.key()) ? other : one));
    }

    private Map<Long, Job> jobs(List<Long> keys) {
        return keys.isEmpty()
                ? Map.of()
                : ask(engine.newJobSearchRequest()
                                .filter(filter -> filter.jobKey(key -> key.in(keys)))
                                .page(page -> page.limit(PAGE))
                                .requestTimeout(PATIENCE))
                        .items()
                        .stream()
                        .collect(Collectors.toMap(Job::getJobKey, Function.identity(), (one, other) -> other));
    }

    private static Incident incident(io.camunda.client.api.search.response.Incident found) {
        return new Incident(
                found.getIncidentKey(),
                found.getProcessDefinitionId(),
                found.getElementId(),
                found.getErrorType().name(),
                Objects.requireNonNullElse(found.getErrorMessage(), ""),
                found.getProcessInstanceKey(),
                found.getElementInstanceKey(),
                found.getJobKey(),
                Optional.ofNullable(found.getCreationTime())
                        .map(OffsetDateTime::toInstant)
                        .orElse(Instant.EPOCH));
    }

    private Optional<String> text(String value) {
        try {
            return json.readValue(value, Object.class) instanceof String text ? Optional.of(text) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static <T> T ask(FinalCommandStep<T> question) {
        try {
            return question.send().join();
        } catch (ClientException e) {
            throw new EngineSilent(e);
        }
    }

    /** Such commands go over gRPC or REST, as the settings say; each has its own way to refuse. */
    private static boolean isTaken(FinalCommandStep<?> command) {
        try {
            command.send().join();
            return true;
        } catch (ProblemException e) {
            return isGone(e.code() == 404, e.code() < 500, e.details().getDetail(), e);
        } catch (ClientStatusException e) {
            return switch (e.getStatusCode()) {
                case NOT_FOUND -> false;
                case FAILED_PRECONDITION, INVALID_ARGUMENT, PERMISSION_DENIED ->
                    isGone(false, true, e.getStatus().getDescription(), e);
                default -> throw new EngineSilent(e);
            };
        } catch (ClientException e) {
            throw new EngineSilent(e);
        }
    }

    private static boolean isGone(boolean gone, boolean refused, @Nullable String reason, ClientException answer) {
        if (gone) {
            return false;
        }
        throw refused
                ? new IncidentRefused(reason == null ? String.valueOf(answer.getMessage()) : reason)
                : new EngineSilent(answer);
    }
}
