package io.casewright.desk.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.casewright.access.Person;
import io.casewright.desk.application.TaskNotDone.Cause;
import io.casewright.desk.domain.Draft;
import io.casewright.desk.persistence.DeskCases;
import io.casewright.platform.engine.FormValues;
import io.casewright.platform.engine.TaskGone;
import io.casewright.platform.engine.TaskUnanswered;
import io.casewright.platform.engine.UserTasks;
import io.casewright.platform.text.Fingerprint;
import io.casewright.task.Task;
import io.casewright.task.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the form of a task as it was deployed, what it shows, and what this person typed into it before. */
@Service
public class ReadTaskForm {

    private final Tasks tasks;
    private final UserTasks engine;
    private final KeepDrafts drafts;
    private final DeskCases cases;
    private final ObjectMapper json;

    ReadTaskForm(Tasks tasks, UserTasks engine, KeepDrafts drafts, DeskCases cases, ObjectMapper json) {
        this.tasks = tasks;
        this.engine = engine;
        this.drafts = drafts;
        this.cases = cases;
        this.json = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    /**
     * A form to be filled in.
     *
     * @param schema as the form's own file says it
     * @param data what it shows
     * @param form fingerprint of the schema
     * @param shown fingerprint of what it shows
     * @param draft what the person typed; null when nothing is kept
     * @param draftForm whether the draft was typed into this version of the form
     * @param draftShown whether the form showed the same then
     */
    public record TaskForm(
            JsonNode schema,
            Map<String, Object> data,
            String form,
            String shown,
            @Nullable Draft draft,
            boolean draftForm,
            boolean draftShown) {}

    /** @throws TaskNotDone when there is no such task, it has ended, or the engine does not answer */
    public TaskForm read(long taskId, Person person) {
        Task task = tasks.find(taskId).orElseThrow(() -> TaskNotDone.unknown(taskId));
        String schema = schemaOf(task);
        try {
            JsonNode form = json.readTree(schema);
            var data = new HashMap<>(task.shown());
            data.putAll(engine.variables(task.taskKey()));
            data.putAll(asItIsNow(task));
            String formPrint = Fingerprint.of(json.writeValueAsString(form));
            String shownPrint = Fingerprint.of(json.writeValueAsString(shownBy(form, data)));
            Draft draft = drafts.find(taskId, person).orElse(null);
            return new TaskForm(
                    form,
                    data,
                    formPrint,
                    shownPrint,
                    draft,
                    draft == null || draft.form().equals(formPrint),
                    draft == null || draft.shown().equals(shownPrint));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form of task " + taskId + " cannot be read", e);
        }
    }

    /** A process keeps what it began with; how urgent the case is may have changed since. */
    private Map<String, Object> asItIsNow(Task task) {
        var now = new HashMap<String, Object>();
        if (task.isOpen() && task.caseNumber() != null) {
            cases.severityOf(task.caseNumber()).ifPresent(severity -> {
                now.put("severity", FormValues.word(severity));
                now.put("seenSeverity", FormValues.word(severity));
            });
            if (task.due() != null) {
                now.put("taskDue", task.due().toString());
            }
        }
        return now;
    }

    private String schemaOf(Task task) {
        if (task.isOpen() && !task.isInEngine()) {
            throw new TaskNotDone(
                    Cause.LATER,
                    "The engine was started anew, and this task is just being made in it again. Try again in a moment.");
        }
        try {
            return engine.form(task.taskKey());
        } catch (TaskGone e) {
            throw tasks.find(task.id()).filter(Task::isOpen).isPresent()
                    ? new TaskNotDone(Cause.LATER, TaskNotDone.STILL_MADE)
                    : new TaskNotDone(
                            Cause.ENDED, "The form of this task cannot be had any more. Load the page again.");
        } catch (TaskUnanswered e) {
            throw new TaskNotDone(
                    Cause.LATER,
                    "The process engine does not answer now, so the form cannot be shown. Try again in a moment.");
        }
    }

    /** What of the data somebody could read in the form. */
    private static Map<String, Object> shownBy(JsonNode form, Map<String, Object> data) {
        var shown = new TreeMap<String, Object>();
        for (String key : keysOf(form.path("components"))) {
            if (data.get(key) != null) {
                shown.put(key, data.get(key));
            }
        }
        return shown;
    }

    private static List<String> keysOf(JsonNode components) {
        var keys = new ArrayList<String>();
        for (JsonNode component : components) {
            if (component.hasNonNull("key")) {
                keys.add(component.get("key").asText());
            }
            keys.addAll(keysOf(component.path("components")));
        }
        return keys;
    }
}
