package io.casewright.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.engine.place.EngineGeneration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks of people, as the listeners told them; nothing here lags behind the engine. */
@Component
public class Tasks {

    /** The engine that runs now. */
    static final String THIS_ENGINE = EngineGeneration.NEWEST;

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
                .query(this::task)
                .optional();
    }

    /** The task by the key that the engine which runs now knows it by. */
    public Optional<Task> findByKey(long taskKey) {
        return database.sql("SELECT * FROM user_task WHERE generation = " + THIS_ENGINE + " AND task_key = ?")
                .param(taskKey)
                .query(this::task)
                .optional();
    }

    /** The open tasks of a case, whichever of its processes they belong to, the oldest first. */
    public List<Task> openOfCase(String caseNumber) {
        return database.sql("SELECT * FROM user_task WHERE case_number = ? AND state = 'OPEN' ORDER BY id")
                .param(caseNumber)
                .query(this::task)
                .list();
    }

    /** The open tasks about something that is no case, by the reference of that; the oldest first. */
    public List<Task> openAbout(String reference) {
        return database.sql("SELECT * FROM user_task WHERE generation = " + THIS_ENGINE
                        + " AND reference = ? AND state = 'OPEN' ORDER BY id")
                .param(reference)
                .query(this::task)
                .list();
    }

    /** The open tasks of one instance of a process, the oldest first. */
    public List<Task> openIn(long processInstanceKey) {
        return database.sql("SELECT * FROM user_task WHERE generation = " + THIS_ENGINE
                        + " AND process_instance_key = ? AND state = 'OPEN' ORDER BY id")
                .param(processInstanceKey)
                .query(this::task)
                .list();
    }

    /** The instances of these processes in which the case has or had tasks; they may have ended. */
    List<Long> instancesOfCase(String caseNumber, Collection<String> processIds) {
        return database.sql("SELECT DISTINCT process_instance_key FROM user_task WHERE generation = " + THIS_ENGINE
                        + " AND case_number = :caseNumber AND process_id IN (:processIds)")
                .param("caseNumber", caseNumber)
                .param("processIds", processIds)
                .query(Long.class)
                .list();
    }

    /** The task at one of the elements that was completed last in the instance. */
    public Optional<Task> lastDoneIn(long processInstanceKey, Collection<String> elementIds) {
        return database.sql("SELECT * FROM user_task WHERE generation = " + THIS_ENGINE
                        + " AND process_instance_key = :instance AND element_id IN (:elementIds)"
                        + " AND state = 'COMPLETED' ORDER BY ended_at DESC, id DESC LIMIT 1")
                .param("instance", processInstanceKey)
                .param("elementIds", elementIds)
                .query(this::task)
                .optional();
    }

    /** The task at one of the elements of a process that was completed last for the case. */
    public Optional<Task> lastDoneOfCase(String caseNumber, String processId, Collection<String> elementIds) {
        return database.sql("SELECT * FROM user_task WHERE case_number = :caseNumber AND process_id = :processId"
                        + " AND element_id IN (:elementIds)"
                        + " AND state = 'COMPLETED' ORDER BY ended_at DESC, id DESC LIMIT 1")
                .param("caseNumber", caseNumber)
                .param("processId", processId)
                .param("elementIds", elementIds)
                .query(this::task)
                .optional();
    }

    /**
     * The tasks of an instance go on in another engine, which has yet to make the open ones. One that was completed, but whose
     * next step has not begun, is open again until it is sent once more.
     *
     * @param unfollowed step keys of those
     */
    public void goOn(int generation, long processInstanceKey, long newInstanceKey, Collection<String> unfollowed) {
        database.sql("UPDATE user_task SET generation = " + THIS_ENGINE + ", process_instance_key = :newInstance,"
                        + " task_key = NULL WHERE generation = :generation AND process_instance_key = :instance")
                .param("newInstance", newInstanceKey)
                .param("generation", generation)
                .param("instance", processInstanceKey)
                .update();
        if (!unfollowed.isEmpty()) {
            database.sql("UPDATE user_task SET state = 'OPEN', completed_by = NULL, ended_at = NULL"
                            + " WHERE step_key IN (:steps) AND state = 'COMPLETED'")
                    .param("steps", unfollowed)
                    .update();
        }
    }

    /** What was open in a lost engine and has not gone on is not wanted any more. */
    public void cancelBefore(int generation) {
        database.sql("UPDATE user_task SET state = 'CANCELED', task_key = NULL WHERE generation < ? AND state = 'OPEN'")
                .param(generation)
                .update();
    }

    private Task task(ResultSet row, int index) throws SQLException {
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
                time(row, "due"),
                TaskState.valueOf(row.getString("state")),
                variables(row.getString("shown")),
                at(row, "created_at"),
                time(row, "assigned_at"),
                time(row, "ended_at"),
                row.getString("sent"),
                row.getString("completed_by"));
    }

    private Map<String, Object> variables(String shown) {
        try {
            return json.readValue(shown, VARIABLES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The variables of a task cannot be read", e);
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : at(row, column);
    }
}
