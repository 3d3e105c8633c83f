package io.casewright.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.Variable;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What persons do with their tasks, and where these stand, by the engine's REST interface. Each of the commands of a person
 * ends when the listeners of the task have agreed, so the table of tasks knows of it already.
 */
@Component
public class UserTasks {

    /** The action by which {@link #plan} is told to the listeners. */
    public static final String REPLAN = "replan";

    private static final Logger log = LoggerFactory.getLogger(UserTasks.class);

    /** How the engine words it that a listener said no. */
    private static final Pattern DENIED =
            Pattern.compile("denied by Task Listener\\.\\s+Reason to deny: '(?<reason>.*)'", Pattern.DOTALL);

    private static final Pattern UPDATING = Pattern.compile("in state 'UPDATING'");

    /** A task is given another due date in moments, and a person who claims it then need not know. */
    private static final RetryConfig UNTIL_REPLANNED = RetryConfig.custom()
            .maxAttempts(8)
            .waitDuration(Duration.ofMillis(250))
            .retryOnException(e -> e instanceof TaskGone gone && gone.isReplanned())
            .build();

    private final Retry whileReplanned = Retry.of("claim", UNTIL_REPLANNED);
    private final CamundaClient engine;
    private final ObjectMapper json;

    UserTasks(CamundaClient engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /**
     * Gives the task to this person, whoever has it.
     *
     * @throws TaskGone when it has ended
     * @throws TaskUnanswered when the engine does not answer in time
     */
    public void assign(long taskKey, String login) {
        ask(engine.newAssignUserTaskCommand(taskKey)
                .assignee(login)
                .allowOverride(true)
                .action("assign"));
    }

    /**
     * Gives the task to this person unless another has it.
     *
     * @throws TaskGone when it has ended, or another has it
     * @throws TaskUnanswered when the engine does not answer in time
     */
    public void claim(long taskKey, String login) {
        var claim = engine.newAssignUserTaskCommand(taskKey)
                .assignee(login)
                .allowOverride(false)
                .action("claim");
        whileReplanned.executeRunnable(() -> ask(claim));
    }

    /**
     * Gives the task back to its queue.
     *
     * @throws TaskGone when it has ended
     * @throws TaskUnanswered when the engine does not answer in time
     */
    public void unassign(long taskKey) {
        ask(engine.newUnassignUserTaskCommand(taskKey));
    }

    /**
     * Completes the task with what the form sends.
     *
     * @throws TaskRefused when the answers do not do; the task stays open as it was
     * @throws TaskGone when it has ended
     * @throws TaskUnanswered when the engine does not answer in time
     */
    public void complete(long taskKey, Map<String, Object> answers) {
        ask(engine.newCompleteUserTaskCommand(taskKey).variables(answers));
    }

    /**
     * Gives the task to another queue.
     *
     * @throws TaskGone when it has ended
     * @throws TaskUnanswered when the engine does not answer in time
     */
    public void handOver(long taskKey, String queue) {
        ask(engine.newUpdateUserTaskCommand(taskKey).action("handOver").candidateGroups(queue));
    }

    /**
     * The JSON schema of the form that was deployed with the task.
     *
     * @throws TaskGone when the engine knows no such task, or not yet
     * @throws TaskUnanswered when the engine does not answer in time
     */
    public String form(long taskKey) {
        Object schema = ask(engine.newUserTaskGetFormRequest(taskKey)).getSchema();
        try {
            return schema instanceof String text ? text : json.writeValueAsString(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form of task " + taskKey + " cannot be read", e);
        }
    }

    /** The variables of the task as far as the engine's search shows them by now; empty when it cannot tell. */
    public Map<String, Object> variables(long taskKey) {
        try {
            var variables = new HashMap<String, Object>();
            engine
                    .newUserTaskVariableSearchRequest(taskKey)
                    .withFullValues()
                    .page(page -> page.limit(1000))
                    .send()
                    .join()
                    .items()
                    .stream()
                    // What belongs to the task itself comes last and counts.
                    .sorted(Comparator.comparing(Variable::getScopeKey))
                    .forEach(variable -> variables.put(variable.getName(), value(variable)));
            return variables;
        } catch (ClientException e) {
            log.warn("The engine does not tell the variables of task {}: {}", taskKey, e.getMessage());
            return Map.of();
        }
    }

    /**
     * Gives the task another due date and priority, unless it has ended.
     *
     * @param priority 0 to 100
     * @throws ClientException when the engine does not take it now
     */
    public void plan(long taskKey, Instant due, int priority) {
        unlessEnded(engine.newUpdateUserTaskCommand(taskKey)
                .action(REPLAN)
                .dueDate(due.toString())
                .priority(priority));
    }

    /**
     * Gives the instance of a process these variables, unless it has ended.
     *
     * @throws ClientException when the engine does not take them now
     */
    public void tell(long processInstanceKey, Map<String, Object> variables) {
        unlessEnded(engine.newSetVariablesCommand(processInstanceKey).useRest().variables(variables));
    }

    private Object value(Variable variable) {
        try {
            return json.readValue(variable.getValue(), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The variable " + variable.getName() + " cannot be read", e);
        }
    }

    private static void unlessEnded(FinalCommandStep<?> command) {
        try {
            command.send().join();
        } catch (ProblemException e) {
            if (e.code() != HttpStatus.NOT_FOUND.value()) {
                throw EngineRefusal.told(e);
            }
            log.debug("Ended before it was re-planned", e);
        }
    }

    private static <T> T ask(FinalCommandStep<T> command) {
        try {
            return command.send().join();
        } catch (ProblemException e) {
            throw told(e);
        } catch (ClientException e) {
            throw new TaskUnanswered(e);
        }
    }

    private static RuntimeException told(ProblemException problem) {
        String detail = Optional.ofNullable(problem.details().getDetail()).orElse("");
        var denied = DENIED.matcher(detail);
        if (denied.find()) {
            return new TaskRefused(denied.group("reason"));
        }
        return switch (problem.code()) {
            case 404 -> new TaskGone("This task does not exist any more.", true, false, problem);
            case 409 ->
                new TaskGone(
                        "This task is not open any more, or somebody else is just changing it. Load it again.",
                        false,
                        UPDATING.matcher(detail).find(),
                        problem);
            case 500, 502, 503, 504 -> new TaskUnanswered(problem);
            default -> problem;
        };
    }
}
