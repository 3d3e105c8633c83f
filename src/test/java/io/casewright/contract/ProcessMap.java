package io.casewright.contract;

import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/** The table that leads from an element of a diagram to the class behind it. */
public final class ProcessMap {

    static final Path FILE = Path.of("docs/process-map.md");

    private ProcessMap() {}

    /**
     * Writes the table into the documents of the current project.
     *
     * @param arguments none
     * @throws IOException when the file cannot be written
     */
    public static void main(String... arguments) throws IOException {
        Files.writeString(FILE, of(Project.real()));
    }

    static String of(Project project) {
        var text = new StringBuilder("""
                # Process map

                From an element in a diagram to the code and the form behind it. Written by `io.casewright.contract.ProcessMap`; a test fails when it is out of date.

                | Process | Element | Label | Job type | Worker class | Form |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (Model model : project.models()) {
            inDocumentOrder(model.process().getFlowElements())
                    .filter(node -> !(node instanceof Gateway))
                    .forEach(node -> text.append(row(project, model, node)));
        }
        return text.toString();
    }

    private static Stream<FlowNode> inDocumentOrder(Collection<FlowElement> elements) {
        return elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .flatMap(node -> node instanceof SubProcess subProcess
                        ? Stream.concat(Stream.of(node), inDocumentOrder(subProcess.getFlowElements()))
                        : Stream.of(node));
    }

    private static String row(Project project, Model model, FlowNode node) {
        var type = Model.extension(node, ZeebeTaskDefinition.class).map(ZeebeTaskDefinition::getType);
        var form = Model.formId(node);
        return "| %s | `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        model.process().getId(),
                        node.getId(),
                        node.getName(),
                        type.map(ProcessMap::code).orElse(""),
                        type.flatMap(project::worker)
                                .map(worker -> code(worker.className()))
                                .orElse(""),
                        form.map(id -> "[%s](../forms/%s.form)".formatted(id, id))
                                .orElse(""))
                .replace("\r\n", "\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
