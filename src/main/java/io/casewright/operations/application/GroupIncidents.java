package io.casewright.operations.application;

import io.casewright.operations.domain.Cause;
import io.casewright.operations.persistence.OperationsReads;
import io.casewright.platform.engine.FailureMessage;
import io.casewright.platform.engine.Incident;
import io.casewright.platform.engine.Incidents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Puts the engine's incidents together by what caused them. */
@Service
public class GroupIncidents {

    private final Incidents incidents;
    private final OperationsReads reads;

    GroupIncidents(Incidents incidents, OperationsReads reads) {
        this.incidents = incidents;
        this.reads = reads;
    }

    /**
     * What the engine's search shows.
     *
     * @param groups the largest first
     * @param all whether these are all incidents there are
     * @param numbers of cases, or of what processes are about, by the keys of processes' instances
     */
    public record Grouped(List<IncidentGroup> groups, boolean all, Map<Long, String> numbers) {}

    /** @throws io.casewright.platform.engine.EngineSilent when the engine does not answer */
    public Grouped read() {
        var found = incidents.open();
        return new Grouped(group(found.incidents()), found.all(), numbersOf(found.incidents()));
    }

    static List<IncidentGroup> group(Collection<Incident> incidents) {
        var byCause = new LinkedHashMap<Cause, List<Incident>>();
        incidents.stream()
                .sorted(Comparator.comparing(Incident::since).reversed())
                .forEach(
                        incident -> byCause.computeIfAbsent(IncidentTexts.causeOf(incident), cause -> new ArrayList<>())
                                .add(incident));
        return byCause.entrySet().stream()
                .map(entry -> {
                    var newest = entry.getValue().getFirst();
                    return new IncidentGroup(
                            entry.getKey(),
                            entry.getValue(),
                            IncidentTexts.shown(newest.message()),
                            IncidentTexts.remedyFor(newest));
                })
                .sorted(Comparator.comparing(
                                (IncidentGroup group) -> group.incidents().size())
                        .reversed())
                .toList();
    }

    /** Our own tables know most; what they do not know yet, the messages of our workers and the engine do. */
    private Map<Long, String> numbersOf(Collection<Incident> found) {
        var numbers = new HashMap<Long, String>();
        found.forEach(incident -> FailureMessage.read(incident.message())
                .flatMap(FailureMessage::caseNumber)
                .ifPresent(number -> numbers.put(incident.processInstanceKey(), number)));
        numbers.putAll(reads.numbersOf(
                found.stream().map(Incident::processInstanceKey).distinct().toList()));
        numbers.putAll(incidents.caseNumbers(found.stream()
                .map(Incident::processInstanceKey)
                .filter(instance -> !numbers.containsKey(instance))
                .toList()));
        return numbers;
    }
}
