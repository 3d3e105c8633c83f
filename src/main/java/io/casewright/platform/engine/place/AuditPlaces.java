package io.casewright.platform.engine.place;

import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open has a process: a place that was told, in an instance that the engine carries, or a message that starts one. */
@Component
class AuditPlaces implements AuditCheck {

    private static final String START_AGAIN =
            "It is begun again by itself where that does no harm; else set it going from the engine's own tools, or end it at the Desk.";

    private final JdbcClient database;
    private final EngineGeneration generation;
    private final SentMessages messages;
    private final ProcessFlows flows;
    private final List<CarriedByProcess> carried;

    AuditPlaces(
            JdbcClient database,
            EngineGeneration generation,
            SentMessages messages,
            ProcessFlows flows,
            List<CarriedByProcess> carried) {
        this.database = database;
        this.generation = generation;
        this.messages = messages;
        this.flows = flows;
        this.carried = carried;
    }

    /** A place without what only another engine needs. */
    private record Row(String key, long processInstanceKey) {}

    @Override
    public List<Finding> look(EngineState engine) {
        var findings = new ArrayList<Finding>();
        for (CarriedByProcess what : carried) {
            var instances = new HashMap<String, Set<Long>>();
            for (Row row : rowsOf(what)) {
                instances.computeIfAbsent(row.key(), key -> new HashSet<>()).add(row.processInstanceKey());
            }
            what.open().stream()
                    .sorted()
                    .forEach(key -> check(what, key, instances.getOrDefault(key, Set.of()), engine, findings));
        }
        return findings;
    }

    private void check(
            CarriedByProcess what, String key, Set<Long> instances, EngineState engine, List<Finding> findings) {
        if (instances.stream().anyMatch(engine::runs)
                || messages.waitFor(flows.startingMessages(what.processId()), key)) {
            return;
        }
        findings.add(new Finding(
                instances.isEmpty() ? Kind.WITHOUT_PROCESS : Kind.PROCESS_LOST,
                what.name() + " " + key,
                instances.isEmpty()
                        ? "is open, but no process carries it and no message waits to start one"
                        : "is open, but the engine does not run the process that carries it any more",
                START_AGAIN,
                what.startAgain(key).orElse(null)));
    }

    private List<Row> rowsOf(CarriedByProcess what) {
        return database.sql("SELECT COALESCE(reference, case_number) AS name, process_instance_key FROM process_place"
                        + " WHERE generation = ? AND process_id = ? AND COALESCE(reference, case_number) IS NOT NULL")
                .params(generation.current(), what.processId())
                .query((row, index) -> new Row(row.getString("name"), row.getLong("process_instance_key")))
                .list();
    }
}
