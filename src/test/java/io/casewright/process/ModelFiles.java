package io.casewright.process;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
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
    static Map<String, String> deployable() {
        var resources = new TreeMap<String, String>();
        Stream.of(list(Path.of("bpmn"), ".bpmn"), list(Path.of("bpmn"), ".dmn"), list(Path.of("forms"), ".form"))
                .flatMap(List::stream)
                .forEach(file -> resources.put(file.getFileName().toString(), content(file)));
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
