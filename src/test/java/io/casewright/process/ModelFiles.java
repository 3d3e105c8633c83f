package io.casewright.process;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models and forms of the project, as they lie in its folders. */
final class ModelFiles {

    private ModelFiles() {}

    static BpmnModelInstance model(String processId) {
        return Bpmn.readModelFromFile(Path.of("bpmn", processId + ".bpmn").toFile());
    }

    /** File name to content. */
    static Map<String, String> deployable(boolean userTasksAsJobs) {
        var resources = new TreeMap<String, String>();
        for (Path file : list(Path.of("bpmn"), ".bpmn")) {
            var model = Bpmn.readModelFromFile(file.toFile());
            if (userTasksAsJobs) {
                Stream.of(ZeebeUserTask.class, ZeebeTaskListeners.class)
                        .flatMap(part -> List.copyOf(model.getModelElementsByType(part)).stream())
                        .forEach(part -> part.getParentElement().removeChildElement(part));
            }
            resources.put(file.getFileName().toString(), Bpmn.convertToString(model));
        }
        for (Path file : list(Path.of("bpmn"), ".dmn")) {
            resources.put(file.getFileName().toString(), content(file));
        }
        for (Path file : list(Path.of("forms"), ".form")) {
            resources.put(file.getFileName().toString(), content(file));
        }
        return resources;
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
