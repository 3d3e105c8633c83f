package io.casewright.task;

import io.casewright.platform.engine.ProcessFlow;
import io.casewright.platform.engine.ProcessFlows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What comes before what in the deployed models. */
@Component
public class ProcessSteps {

    private final ProcessFlows flows;

    ProcessSteps(ProcessFlows flows) {
        this.flows = flows;
    }

    /** An element of a process. */
    public record Place(String processId, String elementId) {}

    /**
     * The user tasks of the process that may come right before the element, with no other user task between. A task that a
     * boundary event interrupts is none of them, since nobody completed it.
     */
    public Set<String> userTasksBefore(String processId, String elementId) {
        return flows.find(processId)
                .map(flow -> userTasksBefore(flow, elementId))
                .orElse(Set.of());
    }

    private static Set<String> userTasksBefore(ProcessFlow flow, String elementId) {
        var found = new TreeSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(flow.before(elementId));
        while (!open.isEmpty()) {
            String element = open.pop();
            if (flow.isUserTask(element)) {
                found.add(element);
            } else if (seen.add(element)) {
                open.addAll(flow.before(element));
            }
        }
        return found;
    }

    /** The id of the form of the user task; empty for a task that is not ours. */
    String formOf(String processId, String elementId) {
        return flows.find(processId).map(flow -> flow.formOf(elementId)).orElse("");
    }

    /** Where the process is called. */
    public List<Place> callsOf(String processId) {
        var calls = new ArrayList<Place>();
        flows.all()
                .forEach(flow -> flow.calls().forEach((element, called) -> {
                    if (called.equals(processId)) {
                        calls.add(new Place(flow.processId(), element));
                    }
                }));
        return calls;
    }

    /** The process and all that it calls, or that these call. */
    public Set<String> withCalled(String processId) {
        return flows.withCalled(processId);
    }
}
