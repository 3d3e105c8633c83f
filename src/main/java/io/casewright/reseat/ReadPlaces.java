package io.casewright.reseat;

import io.casewright.platform.engine.ProcessFlow;
import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.place.Place;
import io.casewright.platform.engine.place.Places;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the places that a lost engine left together to the processes that they belong to. */
@Component
class ReadPlaces {

    private final Places places;
    private final ProcessFlows flows;

    ReadPlaces(Places places, ProcessFlows flows) {
        this.places = places;
        this.flows = flows;
    }

    /** An instance of a lost engine. */
    private record Lost(int generation, String processId, long processInstanceKey) {}

    /** A process that was called, for which case, or for what else. */
    private record Call(String processId, String about) {}

    /** Those that nobody called, with what they had called, the oldest first. */
    List<SeatedProcess> before(int generation) {
        var byInstance = new LinkedHashMap<Lost, List<Place>>();
        for (Place place : places.ofEnginesBefore(generation)) {
            byInstance
                    .computeIfAbsent(
                            new Lost(place.generation(), place.processId(), place.processInstanceKey()),
                            any -> new ArrayList<>())
                    .add(place);
        }
        var called = new HashMap<Call, SeatedProcess>();
        var byThemselves = new ArrayList<SeatedProcess>();
        byInstance.forEach((lost, found) -> flows.find(lost.processId()).ifPresent(flow -> {
            var process = new SeatedProcess(flow, List.copyOf(found), null);
            String number = about(process);
            if (flows.callersOf(flow.processId()).isEmpty()) {
                byThemselves.add(process);
            } else if (number != null) {
                // The newest, should an earlier call have left one.
                called.put(new Call(flow.processId(), number), process);
            }
        }));
        return byThemselves.stream().map(process -> withCalled(process, called)).toList();
    }

    private static SeatedProcess withCalled(SeatedProcess process, Map<Call, SeatedProcess> called) {
        String number = about(process);
        return number == null ? process : process.calling(calledBy(process.flow(), number, called));
    }

    private static @Nullable String about(SeatedProcess process) {
        var first = process.first();
        return first.caseNumber() == null ? first.reference() : first.caseNumber();
    }

    private static @Nullable SeatedProcess calledBy(ProcessFlow flow, String about, Map<Call, SeatedProcess> called) {
        return flow.calls().values().stream()
                .map(processId -> called.get(new Call(processId, about)))
                .filter(process -> process != null)
                .max(Comparator.comparing(process -> process.places().getLast().id()))
                .map(process -> withCalled(process, called))
                .orElse(null);
    }
}
