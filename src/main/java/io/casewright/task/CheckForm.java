package io.casewright.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The door through which every form goes, wherever it was filled in: what it sends is taken, or refused with a sentence for the
 * person, and then the task stays open with all that was typed.
 */
@Service
public class CheckForm {

    private final ProcessSteps steps;
    private final Forms forms;
    private final ObjectMapper json;
    private final Map<String, FormCheck<?>> checks = new HashMap<>();

    CheckForm(ProcessSteps steps, Forms forms, ObjectMapper json, List<FormCheck<?>> checks) {
        this.steps = steps;
        this.forms = forms;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        checks.forEach(check -> check.elements().forEach(element -> this.checks.put(element, check)));
    }

    /** Why the form cannot be taken, as a sentence for the person; empty when it can. */
    public Optional<String> problemWith(SentForm sent) {
        String person = sent.person();
        if (person == null) {
            return Optional.of("Nobody has this task. Assign it to yourself, then send the form again.");
        }
        var fields = fieldsOf(sent.processId(), sent.elementId());
        return fields.stream()
                .flatMap(field -> field.problemWith(sent.variables()).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(checks.get(sent.elementId()))
                        .flatMap(check -> problemWith(check, sent.variables(), fields, person)));
    }

    boolean needsLogin(String elementId) {
        var check = checks.get(elementId);
        return check != null && check.needsLogin();
    }

    List<FormField> fieldsOf(String processId, String elementId) {
        return forms.answersOf(steps.formOf(processId, elementId));
    }

    /** What the fields of the form hold, as a JSON object. */
    String answersIn(SentForm sent) {
        return answersIn(sent.processId(), sent.elementId(), sent.variables());
    }

    String answersIn(String processId, String elementId, Map<String, Object> variables) {
        var answers = new LinkedHashMap<String, Object>();
        fieldsOf(processId, elementId).forEach(field -> answers.put(field.key(), variables.get(field.key())));
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Variables that came as JSON cannot be written as JSON", e);
        }
    }

    private <A extends Record> Optional<String> problemWith(
            FormCheck<A> check, Map<String, Object> variables, List<FormField> fields, String person) {
        A answers;
        try {
            answers = json.convertValue(variables, check.answers());
        } catch (IllegalArgumentException e) {
            return Optional.of(notOfTheKind(e, fields));
        }
        return check.problemWith(answers, person);
    }

    /** No field of today's form lets it through: a form of an older version, or a program that fills in forms. */
    private static String notOfTheKind(IllegalArgumentException wrong, List<FormField> fields) {
        String key = wrong.getCause() instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? String.valueOf(mapping.getPath().getFirst().getFieldName())
                : "The form";
        String label = fields.stream()
                .filter(field -> field.key().equals(key))
                .map(FormField::label)
                .findFirst()
                .orElse(key);
        return label + ": this is not of the kind that is asked for. Load the task again and fill in its form anew.";
    }
}
