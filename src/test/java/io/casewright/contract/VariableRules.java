package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every variable that a process reads comes from somewhere in it. */
final class VariableRules {

    private final Project project;
    private final Model model;
    private final Set<String> produced = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private VariableRules(Project project, Model model) {
        this.project = project;
        this.model = model;
    }

    /** A called process starts with all variables of its caller. */
    private void collectOfCallers(Set<String> seen) {
        for (Model caller : project.models()) {
            boolean calls = caller.all(CallActivity.class).stream()
                    .flatMap(call -> Model.extension(call, ZeebeCalledElement.class).stream())
                    .anyMatch(called ->
                            called.getProcessId().equals(model.process().getId()));
            if (calls && seen.add(caller.process().getId())) {
                var rules = new VariableRules(project, caller);
                rules.collectProduced();
                rules.collectOfCallers(seen);
                produced.addAll(rules.produced);
            }
        }
    }

    static List<Finding> check(Project project) {
        return project.models().stream()
                .flatMap(model -> new VariableRules(project, model).findings().stream())
                .toList();
    }

    private List<Finding> findings() {
        collectProduced();
        collectOfCallers(new HashSet<>(Set.of(model.process().getId())));
        model.all(ServiceTask.class)
                .forEach(task -> worker(task).forEach(worker -> require(task, "its worker", worker.inputs())));
        model.all(UserTask.class).forEach(this::checkUserTask);
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                requireIn(flow, "its condition", flow.getConditionExpression().getTextContent());
            }
        }
        for (TimerEventDefinition timer : model.all(TimerEventDefinition.class)) {
            requireIn(timer, "its time", timer.getTextContent().strip());
        }
        for (Message message : model.all(Message.class)) {
            Model.extension(message, ZeebeSubscription.class)
                    .ifPresent(each -> requireIn(message, "its correlation key", each.getCorrelationKey()));
        }
        return findings;
    }

    private void collectProduced() {
        for (BaseElement start : model.all(StartEvent.class)) {
            Model.formId(start).flatMap(project::form).ifPresent(form -> produced.addAll(form.answers()));
        }
        model.all(UserTask.class)
                .forEach(task -> Model.outputs(task).forEach(output -> produced.add(output.getTarget())));
        model.all(ServiceTask.class).forEach(task -> worker(task).forEach(worker -> produced.addAll(worker.outputs())));
        model.all(CallActivity.class)
                .forEach(call -> Model.outputs(call).forEach(output -> produced.add(output.getTarget())));
        for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
            Model.extension(task, ZeebeCalledDecision.class).ifPresent(each -> produced.add(each.getResultVariable()));
            Model.outputs(task).forEach(output -> produced.add(output.getTarget()));
        }
        model.all(Message.class)
                .forEach(message -> produced.addAll(project.messages().getOrDefault(message.getName(), Set.of())));
    }

    private void checkUserTask(UserTask task) {
        var local = Model.inputs(task).stream().map(ZeebeInput::getTarget).collect(Collectors.toSet());
        Model.inputs(task).forEach(input -> requireIn(task, "its input", input.getSource()));
        Model.formId(task)
                .flatMap(project::form)
                .ifPresent(form -> require(
                        task,
                        "its form",
                        form.reads().stream()
                                .filter(read -> !local.contains(read))
                                .toList()));
        project.checksOf(task.getId())
                .forEach(check -> require(
                        task,
                        "its check",
                        check.answers().stream()
                                .filter(read -> !local.contains(read))
                                .toList()));
        Model.extension(task, ZeebeAssignmentDefinition.class)
                .ifPresent(each -> requireIn(task, "its candidate groups", each.getCandidateGroups()));
        Model.extension(task, ZeebeTaskSchedule.class)
                .ifPresent(each -> requireIn(task, "its due date", each.getDueDate()));
        Model.extension(task, ZeebePriorityDefinition.class)
                .ifPresent(each -> requireIn(task, "its priority", each.getPriority()));
    }

    private Stream<Worker> worker(ServiceTask task) {
        return Model.extension(task, ZeebeTaskDefinition.class)
                .flatMap(definition -> project.worker(definition.getType()))
                .stream();
    }

    private void requireIn(BaseElement element, String reader, String expression) {
        require(element, reader, Feel.variables(expression));
    }

    private void require(BaseElement element, String reader, Collection<String> variables) {
        variables.stream()
                .filter(variable -> !produced.contains(variable))
                .forEach(variable -> findings.add(
                        model.finding(element, reader + " reads " + variable + ", which nothing in the process sets")));
    }
}
