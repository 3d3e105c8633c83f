package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Forms exist, are used, and let exactly their answers into the process. */
final class FormRules {

    private FormRules() {}

    static List<Finding> check(Project project) {
        var findings = new ArrayList<Finding>();
        var used = new HashSet<String>();
        for (Model model : project.models()) {
            for (var holder : model.formHolders()) {
                Model.formId(holder).ifPresent(id -> {
                    used.add(id);
                    if (project.form(id).isEmpty()) {
                        findings.add(model.finding(holder, "the form does not exist: " + id));
                    }
                });
            }
            for (UserTask task : model.all(UserTask.class)) {
                Model.formId(task).flatMap(project::form).ifPresent(form -> checkAnswers(model, task, form, findings));
            }
        }
        for (Form form : project.forms()) {
            form.content().findParents("type").stream()
                    .filter(field -> field.path("type").asText().equals("number") && !Form.isShownOnly(field))
                    .forEach(field -> findings.add(new Finding(
                            form.file(),
                            field.path("id").asText(),
                            "a number field reads 1.000 as 1; let it be a text, and its worker a typed number")));
            if (!used.contains(form.id())) {
                findings.add(new Finding(form.file(), form.id(), "no model uses the form"));
            }
            form.content().findParents("text").stream()
                    // The links to the case file and to the ticket are our own text; everything else could come from
                    // outside.
                    .filter(part -> part.path("text")
                            .asText()
                            .replace("({{caseLink}})", "")
                            .replace("({{ticketLink}})", "")
                            .matches("(?s)^=.*|.*\\{\\{.*|.*<\\w.*"))
                    .forEach(part -> findings.add(new Finding(
                            form.file(), part.path("id").asText(), "a text of a form must not contain code")));
        }
        return findings;
    }

    private static void checkAnswers(Model model, UserTask task, Form form, List<Finding> findings) {
        var mapped =
                Model.outputs(task).stream().map(ZeebeOutput::getTarget).collect(Collectors.toCollection(TreeSet::new));
        var answers = new TreeSet<>(form.answers());
        // What the form showed counts as an answer where something may become another while it is open.
        form.fieldsThatWereSeen().stream().filter(mapped::contains).forEach(answers::add);
        if (!mapped.equals(answers)) {
            findings.add(model.finding(
                    task, "the output mappings " + mapped + " are not the answers of its form " + answers));
        }
        for (ZeebeOutput output : Model.outputs(task)) {
            if (!Feel.variables(output.getSource()).contains(output.getTarget())) {
                findings.add(model.finding(
                        task, "the answer " + output.getTarget() + " must come from the field of its name"));
            }
        }
    }
}
