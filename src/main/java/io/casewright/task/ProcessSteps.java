package io.casewright.task;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What comes before what in the deployed models. */
@Component
public class ProcessSteps {

    private final Map<String, ModelSteps> models = new TreeMap<>();

    ProcessSteps() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn")) {
            var model = ModelSteps.read(file.getContentAsByteArray());
            models.put(model.processId(), model);
        }
    }

    /** An element of a process. */
    public record Place(String processId, String elementId) {}

    /**
     * The user tasks of the process that may come right before the element, with no other user task between. A task that a
     * boundary event interrupts is none of them, since nobody completed it.
     */
    public Set<String> userTasksBefore(String processId, String elementId) {
        var model = models.get(processId);
        return model == null ? Set.of() : userTasksBefore(model, elementId);
    }

    private static Set<String> userTasksBefore(ModelSteps model, String elementId) {
        var found = new TreeSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(model.before(elementId));
        while (!open.isEmpty()) {
            String element = open.pop();
            if (model.userTasks().contains(element)) {
                found.add(element);
            } else if (seen.add(element)) {
                open.addAll(model.before(element));
            }
        }
        return found;
    }

    /** The id of the form of the user task; empty for a task that is not ours. */
    String formOf(String processId, String elementId) {
        var model = models.get(processId);
        return model == null ? "" : model.forms().getOrDefault(elementId, "");
    }

    /** Where the process is called. */
    public List<Place> callsOf(String processId) {
        var calls = new ArrayList<Place>();
        models.values()
                .forEach(model -> model.calls().forEach((element, called) -> {
                    if (called.equals(processId)) {
                        calls.add(new Place(model.processId(), element));
                    }
                }));
        return calls;
    }

    /** The process and all that it calls, or that these call. */
    public Set<String> withCalled(String processId) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(List.of(processId));
        while (!open.isEmpty()) {
            String process = open.pop();
            if (found.add(process)) {
                Optional.ofNullable(models.get(process))
                        .ifPresent(model -> open.addAll(model.calls().values()));
            }
        }
        return found;
    }
}
