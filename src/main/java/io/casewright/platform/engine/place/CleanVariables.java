package io.casewright.platform.engine.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.casewright.platform.engine.ProcessFlow;
import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.outbox.Outbox;
import io.grpc.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static final String SEATS = "SELECT process_id, case_number, element_instance_key, process_instance_key"
            + " FROM process_place WHERE generation = " + EngineGeneration.NEWEST + " AND ";

    private final JdbcClient database;
    private final ProcessFlows flows;
    private final ObjectMapper json;
    private final Outbox outbox;

    CleanVariables(JdbcClient database, ProcessFlows flows, ObjectMapper json, Outbox outbox) {
        this.database = database;
        this.flows = flows;
        this.json = json;
        this.outbox = outbox;
    }

    /**
     * New values of variables.
     *
     * @param scopes keys of the instances that may know them, the innermost first
     */
    record Order(List<Long> scopes, Map<String, Object> variables) {}

    private record Seat(
            String processId,
            @Nullable String caseNumber,
            @Nullable Long elementInstanceKey,
            long processInstanceKey) {}

    /** For a place whose variables were changed. */
    void order(Map<String, Object> keys, Map<String, @Nullable String> before, Map<String, @Nullable String> after) {
        var changed = changed(before.get("variables"), after.get("variables"));
        seat(keys.get("id")).ifPresent(seat -> {
            send(Stream.of(seat.elementInstanceKey, (Long) seat.processInstanceKey), changed);
            callersOf(seat).forEach(caller -> send(Stream.of(caller.processInstanceKey), returned(caller, changed)));
        });
    }

    private Optional<Seat> seat(@Nullable Object placeId) {
        return database.sql(SEATS + "id = ?")
                .param(placeId)
                .query(CleanVariables::seat)
                .optional();
    }

    /** They may hold what they were given back, without a step of theirs that saw it since. */
    private List<Seat> callersOf(Seat seat) {
        return database.sql(SEATS + "case_number = ?").param(seat.caseNumber).query(CleanVariables::seat).stream()
                .filter(other -> other.processInstanceKey != seat.processInstanceKey)
                .filter(other -> flows.withCalled(other.processId).contains(seat.processId))
                .toList();
    }

    private Map<String, Object> returned(Seat caller, Map<String, Object> changed) {
        var known = new HashMap<>(changed);
        known.keySet()
                .retainAll(flows.find(caller.processId)
                        .map(ProcessFlow::returnedBy)
                        .orElse(Set.of()));
        return known;
    }

    private void send(Stream<@Nullable Long> scopes, Map<String, Object> variables) {
        var known = scopes.filter(key -> key != null && key > 0).toList();
        if (!known.isEmpty() && !variables.isEmpty()) {
            outbox.add(TASK.instance(UUID.randomUUID().toString())
                    .data(new Order(known, variables))
                    .build());
        }
    }

    private static Seat seat(ResultSet row, int index) throws SQLException {
        return new Seat(
                row.getString("process_id"),
                row.getString("case_number"),
                row.getObject("element_instance_key", Long.class),
                row.getLong("process_instance_key"));
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
