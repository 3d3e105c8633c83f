package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One model file. */
record Model(String file, BpmnModelInstance bpmn) {

    Process process() {
        return bpmn.getModelElementsByType(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    /** Elements that a form may be shown for. */
    List<BaseElement> formHolders() {
        var holders = new ArrayList<BaseElement>(all(StartEvent.class));
        holders.addAll(all(UserTask.class));
        return holders;
    }

    Stream<String> jobTypes() {
        return all(ServiceTask.class).stream()
                .flatMap(task -> extension(task, ZeebeTaskDefinition.class).stream())
                .map(ZeebeTaskDefinition::getType);
    }

    /** What the engine tells of a task, as {@code event: job type}. */
    static List<String> listeners(UserTask task) {
        return extension(task, ZeebeTaskListeners.class)
                .map(listeners -> listeners.getTaskListeners().stream()
                        .map(listener -> listener.getEventType() + ": " + listener.getType())
                        .toList())
                .orElse(List.of());
    }

    Stream<ZeebeTaskListener> listeners() {
        return all(ZeebeTaskListener.class).stream();
    }

    Finding finding(BaseElement element, String reason) {
        return new Finding(file, element.getId(), reason);
    }

    static <T extends ModelElementInstance> Optional<T> extension(BaseElement element, Class<T> type) {
        ExtensionElements extensions = element.getExtensionElements();
        return extensions == null
                ? Optional.empty()
                : extensions.getChildElementsByType(type).stream().findFirst();
    }

    static Optional<String> formId(BaseElement element) {
        return extension(element, ZeebeFormDefinition.class).map(ZeebeFormDefinition::getFormId);
    }

    static List<ZeebeOutput> outputs(BaseElement element) {
        return extension(element, ZeebeIoMapping.class)
                .map(mapping -> List.copyOf(mapping.getOutputs()))
                .orElse(List.of());
    }

    static List<ZeebeInput> inputs(BaseElement element) {
        return extension(element, ZeebeIoMapping.class)
                .map(mapping -> List.copyOf(mapping.getInputs()))
                .orElse(List.of());
    }
}
