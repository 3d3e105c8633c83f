package io.casewright.platform.engine.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.casewright.platform.outbox.Outbox;
import io.grpc.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the engine, once the surrounding transaction has committed, what its variables say without the traces of a person. */
@Component
class CleanVariables {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("clean-variables", Order.class);

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Outbox outbox;

    CleanVariables(JdbcClient database, ObjectMapper json, Outbox outbox) {
        this.database = database;
        this.json = json;
        this.outbox = outbox;
    }

    /**
     * New values of variables.
     *
     * @param scopes keys of the instances that may know them, the innermost first
     */
    record Order(List<Long> scopes, Map<String, Object> variables) {}

    /** For a place whose variables were changed. */
    void order(Map<String, Object> keys, Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
        var changed = changed(before.get("variables"), after.get("variables"));
        var scopes = database.sql("SELECT element_instance_key, process_instance_key FROM process_place p"
                        + " WHERE id = ? AND generation = " + EngineGeneration.NEWEST)
                .param(keys.get("id"))
                .query((row, index) -> Stream.of(row.getObject(1, Long.class), row.getObject(2, Long.class))
                        .filter(key -> key != null && key > 0)
                        .toList())
                .optional();
        scopes.filter(found -> !found.isEmpty())
                .ifPresent(found -> outbox.add(TASK.instance(UUID.randomUUID().toString())
                        .data(new Order(found, changed))
                        .build()));
    }

    private Map<String, Object> changed(@Nullable String before, @Nullable String after) {
        var known = variables(before);
        var changed = new HashMap<String, Object>();
        variables(after).forEach((name, value) -> {
            if (!Objects.equals(value, known.get(name))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> variables(@Nullable String document) {
        try {
            return document == null ? Map.of() : json.readValue(document, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The variables of a process cannot be read", e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivery {

        @Bean
        Task<Order> cleanVariablesTask(Outbox outbox, CamundaClient engine) {
            return outbox.task(TASK, order -> order.scopes().forEach(scope -> set(engine, scope, order.variables())));
        }

        /** What the engine does not know any more has nothing to be taken out of. */
        private static void set(CamundaClient engine, long scope, Map<String, Object> variables) {
            try {
                engine.newSetVariablesCommand(scope).variables(variables).send().join();
            } catch (ProblemException e) {
                if (e.code() != 404) {
                    throw e;
                }
            } catch (ClientStatusException e) {
                if (e.getStatusCode() != Status.Code.NOT_FOUND) {
                    throw e;
                }
            }
        }
    }
}
