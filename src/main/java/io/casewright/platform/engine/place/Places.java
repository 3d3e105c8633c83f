package io.casewright.platform.engine.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.ProcessFlows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places of all processes, as {@link KeepPlaces} keeps them. */
@Component
public class Places {

    /** No engine issues it as a key. */
    private static final long BEYOND = -1;

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient database;
    private final EngineGeneration generation;
    private final ProcessFlows flows;
    private final ObjectMapper json;

    Places(JdbcClient database, EngineGeneration generation, ProcessFlows flows, ObjectMapper json) {
        this.database = database;
        this.generation = generation;
        this.flows = flows;
        this.json = json;
    }

    /** The instances that are known of the engine that is worked with now. */
    public Set<Long> instances() {
        return new HashSet<>(
                database.sql("SELECT DISTINCT process_instance_key FROM process_place WHERE generation = ?")
                        .param(generation.current())
                        .query(Long.class)
                        .list());
    }

    /** Those that lost engines left, the oldest first. */
    public List<Place> ofEnginesBefore(int number) {
        return database.sql("SELECT * FROM process_place WHERE generation < ? ORDER BY entered_at, id")
                .param(number)
                .query(this::place)
                .list();
    }

    /** Those of one process, whatever engine carries or carried it. */
    public List<Place> ofProcess(String processId) {
        return database.sql("SELECT * FROM process_place WHERE process_id = ? ORDER BY entered_at, id")
                .param(processId)
                .query(this::place)
                .list();
    }

    /** Whether a process that has a place began with this message, or carries on for the same case or reference. */
    public boolean hasBegunWith(EngineMessage start) {
        return hasBegunWith(start, "generation = " + generation.current());
    }

    /** As {@link #hasBegunWith(EngineMessage)}, whatever engine carries or carried the process. */
    public boolean hasEverBegunWith(EngineMessage start) {
        return hasBegunWith(start, "TRUE");
    }

    private boolean hasBegunWith(EngineMessage start, String which) {
        return flows.startedBy(start.name())
                .filter(processId -> database.sql("SELECT EXISTS (SELECT 1 FROM process_place WHERE " + which
                                + " AND process_id = :process AND (case_number = :key OR reference = :key"
                                + " OR JSON_UNQUOTE(JSON_EXTRACT(variables, '$.byMessage')) = :message))")
                        .param("process", processId)
                        .param("key", start.correlationKey())
                        .param("message", start.id())
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    /** Where a case is, without more. */
    public record CasePlace(String caseNumber, String processId) {}

    /** In which of these processes cases are, in the engine that is worked with now. */
    public List<CasePlace> ofCases(Collection<String> processIds) {
        return database.sql("SELECT DISTINCT case_number, process_id FROM process_place WHERE generation = :generation"
                        + " AND process_id IN (:processes) AND case_number IS NOT NULL")
                .param("generation", generation.current())
                .param("processes", processIds)
                .query((row, index) -> new CasePlace(row.getString("case_number"), row.getString("process_id")))
                .list();
    }

    /** How many processes have a place, by the process. */
    public Map<String, Integer> count() {
        return database
                .sql("SELECT process_id, COUNT(DISTINCT generation, process_instance_key) AS running"
                        + " FROM process_place GROUP BY process_id ORDER BY process_id")
                .query((row, index) -> Map.entry(row.getString("process_id"), row.getInt("running")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
    }

    /** The newest sign of life of any engine. */
    public Optional<Instant> newest() {
        return database.sql("SELECT MAX(entered_at) AS newest FROM process_place")
                .query((row, index) -> Optional.ofNullable(row.getObject("newest", LocalDateTime.class)))
                .single()
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /**
     * The process goes on in the engine that is worked with now.
     *
     * @param comesAgain whether it will come to the step of the place; else it is beyond, in a process that it called
     */
    public void reseat(Place place, long processInstanceKey, boolean comesAgain) {
        database.sql("UPDATE process_place SET generation = ?, process_instance_key = ?, element_instance_key = ?"
                        + " WHERE id = ?")
                .params(generation.current(), processInstanceKey, comesAgain ? null : BEYOND, place.id())
                .update();
    }

    private Place place(ResultSet row, int index) throws SQLException {
        return new Place(
                row.getLong("id"),
                row.getInt("generation"),
                row.getString("process_id"),
                row.getLong("process_instance_key"),
                row.getString("element_id"),
                row.getString("step_key"),
                row.getString("case_number"),
                row.getString("reference"),
                variables(row.getString("variables")));
    }

    private Map<String, Object> variables(String document) {
        try {
            return json.readValue(document, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The variables of a process cannot be read", e);
        }
    }
}
