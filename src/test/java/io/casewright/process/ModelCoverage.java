package io.casewright.process;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which elements and flows of the models the tests went through. */
final class ModelCoverage {

    private final Set<String> visited = new HashSet<>();

    void add(Collection<String> elements) {
        visited.addAll(elements);
    }

    /** Ids of flow nodes and sequence flows of the model that no test went through. */
    List<String> missing(BpmnModelInstance model) {
        String processId =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream()
                                .filter(node -> !visited.contains(processId + "/" + node.getId()))
                                .map(FlowNode::getId),
                        model.getModelElementsByType(SequenceFlow.class).stream()
                                .filter(flow -> !visited.contains(processId + "/" + witness(flow)))
                                .map(SequenceFlow::getId))
                .sorted()
                .toList();
    }

    /** The engine does not write down that it left an event-based gateway; the event that happened stands for it. */
    private static String witness(SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway ? flow.getTarget().getId() : flow.getId();
    }
}
