package io.casewright.platform.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What comes after what in the deployed models, and which calls which. */
@Component
public class ProcessFlows {

    private final Map<String, ProcessFlow> flows = new TreeMap<>();

    public ProcessFlows(ProcessModels models) {
        models.all().forEach(model -> flows.put(model.id(), ProcessFlow.read(model.xml())));
    }

    /** Empty for a process that is not ours. */
    public Optional<ProcessFlow> find(String processId) {
        return Optional.ofNullable(flows.get(processId));
    }

    public Stream<ProcessFlow> all() {
        return flows.values().stream();
    }

    /** The process that a message of this name starts. */
    public Optional<String> startedBy(String message) {
        return all().filter(flow -> flow.startingMessages().contains(message))
                .map(ProcessFlow::processId)
                .findFirst();
    }

    /** The messages that start this process. */
    public Set<String> startingMessages(String processId) {
        return find(processId).map(ProcessFlow::startingMessages).orElse(Set.of());
    }

    /** The processes that call this one. */
    public Set<String> callersOf(String processId) {
        return all().filter(flow -> flow.calls().containsValue(processId))
                .map(ProcessFlow::processId)
                .collect(Collectors.toSet());
    }

    /** The process and all that it calls, or that these call. */
    public Set<String> withCalled(String processId) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(List.of(processId));
        while (!open.isEmpty()) {
            String process = open.pop();
            if (found.add(process)) {
                find(process).ifPresent(flow -> open.addAll(flow.calls().values()));
            }
        }
        return found;
    }
}
