package io.casewright.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.text.PublicAddress;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people who are logged in here sent for tasks whose answers count only so. The engine's record of a task says who has it, not who
 * acted: whoever can write to the engine can put any name there. So the answer is kept first, with the person, and the engine's word
 * counts when it says the same.
 */
@Service
public class SignedAnswers {

    private final CheckForm checkForm;
    private final Tasks tasks;
    private final JdbcClient database;
    private final ObjectMapper json;
    private final PublicAddress address;
    private final Clock clock;

    SignedAnswers(
            CheckForm checkForm,
            Tasks tasks,
            JdbcClient database,
            ObjectMapper json,
            PublicAddress address,
            Clock clock) {
        this.checkForm = checkForm;
        this.tasks = tasks;
        this.database = database;
        this.json = json;
        this.address = address;
        this.clock = clock;
    }

    private record Signed(String person, String answers) {}

    private record Counted(long taskId, String elementId, Signed signed) {}

    /**
     * Keeps what the person answers, if the task asks for that; what was kept before is replaced.
     *
     * @param person login of who is logged in
     * @return what to send to the engine
     */
    @Transactional
    public Map<String, Object> sign(Task task, Map<String, Object> answers, String person) {
        if (!checkForm.needsLogin(task.elementId())) {
            return answers;
        }
        // What a form leaves out would be taken from what the process knew before.
        var whole = new HashMap<>(answers);
        checkForm.fieldsOf(task.processId(), task.elementId()).forEach(field -> whole.putIfAbsent(field.key(), null));
        database.sql(
                        "INSERT INTO signed_answer (task_id, person, answers, signed_at) VALUES (:task, :person, :answers, :at)"
                                + " ON DUPLICATE KEY UPDATE person = :person, answers = :answers, signed_at = :at")
                .param("task", task.id())
                .param("person", person)
                .param("answers", checkForm.answersIn(task.processId(), task.elementId(), whole))
                .param("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return whole;
    }

    /** The login of who gave these very answers here; empty when nobody did. */
    Optional<String> signerOf(SentForm sent) {
        return tasks.findByKey(sent.taskKey())
                .flatMap(task -> database.sql("SELECT person, answers FROM signed_answer WHERE task_id = ?")
                        .param(task.id())
                        .query((row, index) -> new Signed(row.getString("person"), row.getString("answers")))
                        .optional())
                .filter(signed -> read(signed.answers()).equals(read(checkForm.answersIn(sent))))
                .map(Signed::person);
    }

    /**
     * The login of who gave here the answers that led to a step: those that the process holds now, for a task that was done, and for no
     * other step. Empty when nobody did.
     *
     * @param elementIds of the tasks before the step
     */
    @Transactional
    public Optional<String> countFor(
            String stepKey,
            String processId,
            long processInstanceKey,
            Collection<String> elementIds,
            Map<String, Object> variables) {
        return database.sql("SELECT s.task_id, s.person, s.answers, t.element_id FROM signed_answer s"
                        + " JOIN user_task t ON t.id = s.task_id WHERE t.generation = " + Tasks.THIS_ENGINE
                        + " AND t.process_instance_key = :instance AND t.element_id IN (:elements)"
                        + " AND t.state = 'COMPLETED' AND (s.step_key IS NULL OR s.step_key = :step)"
                        + " ORDER BY t.ended_at DESC, t.id DESC LIMIT 1")
                .param("instance", processInstanceKey)
                .param("elements", elementIds)
                .param("step", stepKey)
                .query((row, index) -> new Counted(
                        row.getLong("task_id"),
                        row.getString("element_id"),
                        new Signed(row.getString("person"), row.getString("answers"))))
                .optional()
                .filter(counted -> read(counted.signed.answers())
                        .equals(read(checkForm.answersIn(processId, counted.elementId, variables))))
                .map(counted -> {
                    database.sql("UPDATE signed_answer SET step_key = ? WHERE task_id = ?")
                            .params(stepKey, counted.taskId)
                            .update();
                    return counted.signed.person();
                });
    }

    /** What to tell who sent answers that do not count. */
    String remedyFor(SentForm sent) {
        return "This counts only from somebody who is logged in at Casewright. Answer it at the Desk: "
                + tasks.findByKey(sent.taskKey())
                        .map(task -> address.ofTask(task.id()))
                        .orElseGet(() -> address.publicUrl() + "/desk")
                + ".";
    }

    private JsonNode read(String answers) {
        try {
            return json.readTree(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers that were kept cannot be read", e);
        }
    }
}
