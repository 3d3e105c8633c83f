package io.casewright.reseat;

import io.casewright.platform.engine.ProcessFlow;
import io.casewright.platform.engine.place.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a process that a lost engine carried, and where it was.
 *
 * @param called the process that it had called and waited for; null for none
 */
record SeatedProcess(
        ProcessFlow flow, List<Place> places, @Nullable SeatedProcess called) {

    String processId() {
        return flow.processId();
    }

    Place first() {
        return places.getFirst();
    }

    SeatedProcess calling(@Nullable SeatedProcess other) {
        return new SeatedProcess(flow, places, other);
    }

    /** Whether it comes again to the step of the place; else it is beyond it, in what it called. */
    boolean comesAgainTo(Place place) {
        return called == null || isAside(place);
    }

    /** The elements at which it goes on, without those of its event sub-processes, unless there is nothing else. */
    List<String> elements() {
        var elements = new LinkedHashSet<String>();
        if (called == null) {
            main().stream().map(Place::elementId).forEach(elements::add);
            elements.addAll(branchesNotBegun(elements));
        } else {
            elements.add(flow.callOf(called.processId()).orElseThrow());
        }
        if (elements.isEmpty()) {
            elements.add(first().elementId());
        }
        return List.copyOf(elements);
    }

    /** What goes on beside, in event sub-processes. */
    List<Place> asides() {
        var begun = called == null && main().isEmpty() ? List.of(first()) : List.<Place>of();
        return places.stream()
                .filter(this::isAside)
                .filter(place -> !begun.contains(place))
                .toList();
    }

    /** What all of it knows. */
    Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        var main = main();
        (main.isEmpty() ? List.of(first()) : main).forEach(place -> variables.putAll(place.variables()));
        if (called != null) {
            // What calls before this one returned came with it, and is written down there only.
            var inner = called.variables();
            flow.returnedBy().forEach(name -> {
                if (inner.containsKey(name)) {
                    variables.put(name, inner.get(name));
                }
            });
        }
        return variables;
    }

    /** What only the part beside knows. */
    Map<String, Object> variablesOf(Place aside) {
        var all = variables();
        return aside.variables().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .filter(entry -> !Objects.equals(all.get(entry.getKey()), entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String scopeOf(Place aside) {
        return Objects.requireNonNull(flow.eventSubProcessOf(aside.elementId()));
    }

    private List<Place> main() {
        return places.stream().filter(place -> !isAside(place)).toList();
    }

    private boolean isAside(Place place) {
        return flow.eventSubProcessOf(place.elementId()) != null;
    }

    /** Of branches that go on side by side, those in which no step has begun yet: they wait at their beginning. */
    private List<String> branchesNotBegun(LinkedHashSet<String> elements) {
        var waiting = new ArrayList<String>();
        for (List<ProcessFlow.Branch> fork : flow.forks()) {
            var begun = fork.stream()
                    .filter(branch -> branch.steps().stream().anyMatch(elements::contains))
                    .toList();
            if (!begun.isEmpty()) {
                fork.stream()
                        .filter(branch -> !begun.contains(branch))
                        .map(ProcessFlow.Branch::head)
                        .forEach(waiting::add);
            }
        }
        return waiting;
    }

    /** All of it and of what it called, the outermost first. */
    List<SeatedProcess> line() {
        var line = new ArrayList<SeatedProcess>();
        for (Optional<SeatedProcess> next = Optional.of(this);
                next.isPresent();
                next = Optional.ofNullable(next.get().called())) {
            line.add(next.get());
        }
        return line;
    }
}
