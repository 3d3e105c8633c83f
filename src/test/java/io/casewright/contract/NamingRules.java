package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import java.util.ArrayList;
import java.util.List;

/** Names that lead from the diagram to the code. */
final class NamingRules {

    private NamingRules() {}

    static List<Finding> check(Project project) {
        var findings = new ArrayList<Finding>();
        for (Model model : project.models()) {
            if (!model.file().equals(model.process().getId() + ".bpmn")) {
                findings.add(model.finding(model.process(), "the file must be named after the process"));
            }
            for (FlowElement element : model.all(FlowElement.class)) {
                check(model, element, findings);
            }
            for (TimerEventDefinition timer : model.all(TimerEventDefinition.class)) {
                if (timer.getParentElement() instanceof Event event
                        && event.getDocumentations().isEmpty()) {
                    findings.add(model.finding(event, "the timer does not say where its time stands"));
                }
            }
        }
        for (Form form : project.forms()) {
            if (!form.file().equals(form.id() + ".form")) {
                findings.add(new Finding(form.file(), form.id(), "the file must be named after the form"));
            }
        }
        return findings;
    }

    private static void check(Model model, FlowElement element, List<Finding> findings) {
        String prefix = prefixOf(element);
        if (!element.getId().matches(prefix + "_[A-Z][A-Za-z0-9]*")) {
            findings.add(model.finding(element, "the id must be " + prefix + "_ and a name in camel case"));
        }
        boolean named = element.getName() != null && !element.getName().isBlank();
        if (!named && needsName(model, element)) {
            findings.add(model.finding(element, "the element has no label"));
        }
        if (element instanceof ExclusiveGateway gateway
                && isDecision(model, gateway)
                && named
                && !gateway.getName().endsWith("?")) {
            findings.add(model.finding(element, "the label of a decision must be a question"));
        }
    }

    private static boolean needsName(Model model, FlowElement element) {
        if (element instanceof SequenceFlow flow) {
            return flow.getSource() instanceof ExclusiveGateway gateway && isDecision(model, gateway);
        }
        return !(element instanceof Gateway)
                || (element instanceof ExclusiveGateway gateway && isDecision(model, gateway));
    }

    /** Counted by the flows themselves: what a gateway says of its outgoing flows is optional in a model. */
    private static boolean isDecision(Model model, ExclusiveGateway gateway) {
        return model.all(SequenceFlow.class).stream()
                        .filter(flow -> flow.getSource().equals(gateway))
                        .count()
                > 1;
    }

    private static String prefixOf(FlowElement element) {
        return switch (element) {
            case StartEvent start -> "startEvent";
            case EndEvent end -> "endEvent";
            case Event event -> "event";
            case Gateway gateway -> "gateway";
            case SequenceFlow flow -> "flow";
            case ServiceTask task -> "serviceTask";
            case UserTask task -> "userTask";
            case SubProcess subProcess when subProcess.triggeredByEvent() -> "eventSubProcess";
            default -> element.getElementType().getTypeName();
        };
    }
}
