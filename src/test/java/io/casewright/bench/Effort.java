package io.casewright.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.localstack.LocalStack;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the parts of the stack have spent.
 *
 * @param application processor time of the application, in milliseconds
 * @param engine likewise of the engine
 * @param database likewise of MySQL
 * @param records that the engine wrote
 * @param statements that MySQL was given, by the names it counts them under
 */
record Effort(double application, double engine, double database, double records, Map<String, Double> statements) {

    static final List<String> KINDS =
            List.of("Questions", "Com_select", "Com_insert", "Com_update", "Com_delete", "Com_commit");

    private static final ObjectMapper JSON = new ObjectMapper();

    static Effort spentBy(LocalStack stack, JdbcTemplate database) throws IOException {
        var statements = new HashMap<String, Double>();
        database.query("SHOW GLOBAL STATUS WHERE Variable_name IN ('" + String.join("', '", KINDS) + "')", row -> {
            statements.put(row.getString(1), row.getDouble(2));
        });
        JsonNode position = JSON.readTree(stack.askEngine("/embedded/position", null));
        return new Effort(
                processorTime(stack.applicationPid()),
                processorTime(stack.enginePid()),
                processorTime(stack.databasePid()),
                position.required("position").asDouble(),
                statements);
    }

    private static double processorTime(long pid) {
        return ProcessHandle.of(pid)
                .orElseThrow()
                .info()
                .totalCpuDuration()
                .orElseThrow()
                .toMillis();
    }

    /** What was spent since the earlier moment, for each of so many. */
    Effort since(Effort earlier, int count) {
        var more = new HashMap<String, Double>();
        statements.forEach(
                (kind, number) -> more.put(kind, (number - earlier.statements.getOrDefault(kind, 0.0)) / count));
        return new Effort(
                (application - earlier.application) / count,
                (engine - earlier.engine) / count,
                (database - earlier.database) / count,
                (records - earlier.records) / count,
                more);
    }
}
