package io.casewright.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tasks. */
@Component
public class Tasks {

    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;

    Tasks(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<Task> find(long id) {
        return database.sql("SELECT * FROM user_task WHERE id = ?")
                .param(id)
                .query((row, i) -> read(row))
                .optional();
    }

    private Task read(ResultSet row) throws SQLException {
        try {
            return new Task(
                    row.getLong("id"),
                    row.getInt("generation"),
                    row.getLong("task_key"),
                    row.getString("process_id"),
                    row.getString("element_id"),
                    row.getLong("process_instance_key"),
                    row.getLong("element_instance_key"),
                    row.getString("case_number"),
                    row.getString("reference"),
                    row.getString("queue"),
                    row.getString("assignee"),
                    row.getInt("priority"),
                    at(row, "due"),
                    Task.State.valueOf(row.getString("state")),
                    json.readValue(row.getString("shown"), VARIABLES),
                    java.util.Objects.requireNonNull(at(row, "created_at")),
                    at(row, "assigned_at"),
                    at(row, "ended_at"),
                    row.getString("completed_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
