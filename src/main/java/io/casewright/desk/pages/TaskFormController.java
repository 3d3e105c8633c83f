package io.casewright.desk.pages;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.access.Person;
import io.casewright.desk.application.KeepDrafts;
import io.casewright.desk.application.ReadDesk;
import io.casewright.desk.application.ReadTaskForm;
import io.casewright.desk.application.ReadTaskForm.TaskForm;
import io.casewright.desk.application.SeePresence;
import io.casewright.desk.application.TaskNotDone;
import io.casewright.desk.application.WorkOnTask;
import io.casewright.platform.pages.Texts;
import io.casewright.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the script of a task's page asks and tells: the form, the draft, who is there, and the answers. */
@RestController
class TaskFormController {

    private static final int LONGEST_DRAFT = 200_000;

    private final ReadTaskForm forms;
    private final KeepDrafts drafts;
    private final SeePresence presence;
    private final WorkOnTask work;
    private final ReadDesk desk;
    private final ObjectMapper json;
    private final FormLanguage language;
    private final Texts texts;

    TaskFormController(
            ReadTaskForm forms,
            KeepDrafts drafts,
            SeePresence presence,
            WorkOnTask work,
            ReadDesk desk,
            ObjectMapper json,
            FormLanguage language,
            Texts texts) {
        this.language = language;
        this.texts = texts;
        this.forms = forms;
        this.drafts = drafts;
        this.presence = presence;
        this.work = work;
        this.desk = desk;
        this.json = json;
    }

    /**
     * A form with what it shows.
     *
     * @param form fingerprint of this version of the form
     * @param shown fingerprint of what it shows
     */
    record Form(
            JsonNode schema,
            Map<String, Object> data,
            String form,
            String shown,
            @Nullable SavedDraft draft) {}

    /**
     * What the person typed before.
     *
     * @param stale why it may not fit any more; null when it does
     */
    record SavedDraft(
            @JsonRawValue String answers,
            String savedAt,
            @Nullable String stale) {}

    record TypedDraft(Map<String, Object> answers, String form, String shown) {}

    record Kept(String savedAt) {}

    record Sent(Map<String, Object> answers, @Nullable String from) {}

    /** Where to go on. */
    record Taken(String next, String said) {}

    /**
     * How the task stands for the others.
     *
     * @param others names of those who have it open too
     * @param assignee who has it; null when nobody has
     * @param end why nothing can be done with it any more; null while it is open
     */
    record Standing(
            List<String> others,
            @Nullable String assignee,
            @Nullable String end) {}

    /**
     * Why something was not done.
     *
     * @param why name of the cause, for the script
     */
    record Refusal(String why, String reason) {}

    @GetMapping("/desk/tasks/{id}/form")
    Form form(@PathVariable long id, Person person) {
        TaskForm form = forms.read(id, person);
        var shown = language.of(form.schema(), form.data());
        return new Form(shown.schema(), shown.data(), form.form(), form.shown(), draftOf(form));
    }

    private @Nullable SavedDraft draftOf(TaskForm form) {
        var draft = form.draft();
        if (draft == null) {
            return null;
        }
        String stale = !form.draftForm()
                ? texts.of("task.form-changed")
                : form.draftShown() ? null : texts.of("task.shown-changed");
        return new SavedDraft(draft.answers(), draft.savedAt().toString(), stale);
    }

    @PutMapping("/desk/tasks/{id}/draft")
    Kept keep(@PathVariable long id, @RequestBody TypedDraft draft, Person person) throws JsonProcessingException {
        String answers = json.writeValueAsString(draft.answers());
        if (answers.length() > LONGEST_DRAFT) {
            throw TaskNotDone.tooLong();
        }
        requireTask(id);
        return new Kept(
                drafts.save(id, person, answers, draft.form(), draft.shown()).toString());
    }

    @DeleteMapping("/desk/tasks/{id}/draft")
    ResponseEntity<Void> drop(@PathVariable long id, Person person) {
        drafts.drop(id, person);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/desk/tasks/{id}/completion")
    Taken complete(@PathVariable long id, @RequestBody Sent sent, Person person) {
        String from = Objects.requireNonNullElse(sent.from(), "");
        var view = DeskController.viewOf(from);
        var next = desk.next(view, id, person);
        work.complete(id, sent.answers(), person);
        return new Taken(
                next.map(task -> TaskController.addressOf(task, from)).orElseGet(() -> DeskAddress.of(view)),
                texts.of(next.isPresent() ? "task.done-next" : "task.done-empty"));
    }

    @PostMapping("/desk/tasks/{id}/presence")
    Standing here(@PathVariable long id, Person person) {
        Task task = requireTask(id);
        presence.seen(id, person);
        return new Standing(
                presence.others(id, person),
                task.assignee() == null || task.assignee().equals(person.login()) ? null : work.nameOf(task.assignee()),
                saidOrNull(work.endOf(task)));
    }

    @DeleteMapping("/desk/tasks/{id}/presence")
    ResponseEntity<Void> away(@PathVariable long id, Person person) {
        presence.left(id, person);
        return ResponseEntity.noContent().build();
    }

    private @Nullable String saidOrNull(@Nullable String english) {
        return english == null ? null : texts.said(english);
    }

    private Task requireTask(long id) {
        return desk.task(id).orElseThrow(() -> TaskNotDone.unknown(id));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> notDone(TaskNotDone e) {
        var status = switch (e.why()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case ENDED -> HttpStatus.GONE;
            case TAKEN -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case REFUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
            case LATER -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        return ResponseEntity.status(status)
                .body(new Refusal(DeskAddress.word(e.why()), texts.said(String.valueOf(e.getMessage()))));
    }
}
