package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Every task has somebody, or some code, that does it. */
final class TaskRules {

    /** What the table of tasks has to be told. */
    private static final List<String> EVENTS = List.of("creating", "assigning", "updating", "completing", "canceling");

    /** Tasks without a rule of their own, and why; their fields are checked all the same. */
    private static final Map<String, String> WITHOUT_CHECK =
            Map.of("userTask_AwaitApproval", "whoever goes on without a role may do so, with a reason or none");

    private TaskRules() {}

    static List<Finding> check(Project project) {
        var findings = new ArrayList<Finding>();
        for (Model model : project.models()) {
            model.all(ServiceTask.class).forEach(task -> checkService(project, model, task, findings));
            model.all(UserTask.class).forEach(task -> checkUser(model, task, findings));
            model.all(UserTask.class).forEach(task -> checkForm(project, model, task, findings));
            model.formHolders().forEach(holder -> checkFormBinding(model, holder, findings));
            model.all(CallActivity.class).forEach(call -> checkCall(project, model, call, findings));
            model.all(BusinessRuleTask.class).forEach(task -> checkDecision(project, model, task, findings));
        }
        checkWorkers(project, findings);
        checkElements(project, findings);
        return findings;
    }

    private static void checkService(Project project, Model model, ServiceTask task, List<Finding> findings) {
        var definition = Model.extension(task, ZeebeTaskDefinition.class);
        if (definition.isEmpty()) {
            findings.add(model.finding(task, "the task has no job type"));
            return;
        }
        if (project.worker(definition.get().getType()).isEmpty()) {
            findings.add(model.finding(
                    task, "no worker for the job type " + definition.get().getType()));
        }
        if (definition.get().getDomElement().getAttribute("retries") == null) {
            findings.add(model.finding(task, "the number of retries is not set"));
        }
    }

    private static void checkDecision(Project project, Model model, BusinessRuleTask task, List<Finding> findings) {
        var called = Model.extension(task, ZeebeCalledDecision.class);
        if (called.isEmpty()) {
            findings.add(model.finding(task, "the task calls no decision"));
        } else if (!project.decisionIds().contains(called.get().getDecisionId())) {
            findings.add(
                    model.finding(task, "no decision " + called.get().getDecisionId() + " is part of the project"));
        } else if (!"deployment".equals(called.get().getDomElement().getAttribute("bindingType"))) {
            findings.add(model.finding(task, "the decision must be bound to the deployment"));
        }
    }

    private static void checkUser(Model model, UserTask task, List<Finding> findings) {
        if (Model.extension(task, ZeebeUserTask.class).isEmpty()) {
            findings.add(model.finding(task, "the task is not a Camunda user task"));
        }
        if (Model.formId(task).isEmpty()) {
            findings.add(model.finding(task, "the task has no form"));
        }
        boolean assigned = Model.extension(task, ZeebeAssignmentDefinition.class)
                .map(ZeebeAssignmentDefinition::getCandidateGroups)
                .filter(Objects::nonNull)
                .isPresent();
        if (!assigned) {
            findings.add(model.finding(task, "the task has no candidate groups"));
        }
        if (task.getDocumentations().stream()
                .allMatch(text -> text.getTextContent().isBlank())) {
            findings.add(model.finding(task, "the task does not say what the agent should do"));
        }
        EVENTS.stream()
                .map(event -> event + ": task." + event)
                .filter(listener -> !Model.listeners(task).contains(listener))
                .forEach(listener -> findings.add(model.finding(task, "the task lacks the listener " + listener)));
    }

    private static void checkListener(
            Project project, Model model, ZeebeTaskListener listener, List<Finding> findings) {
        var task = (UserTask) listener.getParentElement().getParentElement().getParentElement();
        if (project.worker(listener.getType()).isEmpty()) {
            findings.add(model.finding(task, "no worker for the listener " + listener.getType()));
        }
        if (listener.getDomElement().getAttribute("retries") == null) {
            findings.add(
                    model.finding(task, "the number of retries of the listener " + listener.getType() + " is not set"));
        }
    }

    private static void checkForm(Project project, Model model, UserTask task, List<Finding> findings) {
        int checks = project.checksOf(task.getId()).size();
        if (checks == 0 && !WITHOUT_CHECK.containsKey(task.getId())) {
            findings.add(model.finding(task, "nothing checks what its form sends"));
        }
        if (checks > 1) {
            findings.add(model.finding(task, "more than one class checks what its form sends"));
        }
    }

    private static void checkFormBinding(Model model, BaseElement holder, List<Finding> findings) {
        Model.extension(holder, ZeebeFormDefinition.class)
                .filter(form -> form.getBindingType() != ZeebeBindingType.deployment)
                .ifPresent(form -> findings.add(model.finding(holder, "the form is not bound to the deployment")));
    }

    private static void checkCall(Project project, Model model, CallActivity call, List<Finding> findings) {
        String called = Model.extension(call, ZeebeCalledElement.class)
                .map(ZeebeCalledElement::getProcessId)
                .orElse("");
        if (!project.processIds().contains(called)) {
            findings.add(model.finding(call, "the called process does not exist: " + called));
        }
    }

    private static void checkElements(Project project, List<Finding> findings) {
        var tasks = project.models().stream()
                .flatMap(model -> model.all(UserTask.class).stream())
                .map(UserTask::getId)
                .collect(Collectors.toSet());
        for (Check check : project.checks()) {
            check.elements().stream()
                    .filter(element -> !tasks.contains(element))
                    .forEach(element -> findings.add(
                            new Finding(check.className(), element, "no model has the task whose form it checks")));
        }
    }

    private static void checkWorkers(Project project, List<Finding> findings) {
        var inModels = project.models().stream().flatMap(Model::jobTypes).collect(Collectors.toSet());
        for (Model model : project.models()) {
            model.all(ZeebeExecutionListener.class).forEach(listener -> inModels.add(listener.getType()));
            for (ZeebeTaskListener listener : model.listeners().toList()) {
                inModels.add(listener.getType());
                checkListener(project, model, listener, findings);
            }
        }
        var byType = project.workers().stream().collect(Collectors.groupingBy(Worker::type));
        byType.forEach((type, workers) -> {
            String names = workers.stream().map(Worker::className).collect(Collectors.joining(", "));
            if (workers.size() > 1) {
                findings.add(new Finding(names, type, "more than one worker for the job type"));
            }
            if (!inModels.contains(type)) {
                findings.add(new Finding(names, type, "the job type is in no model"));
            }
        });
    }
}
