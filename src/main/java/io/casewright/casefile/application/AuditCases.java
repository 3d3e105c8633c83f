package io.casewright.casefile.application;

import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.SupportCases.Carried;
import io.casewright.platform.engine.audit.AuditCheck;
import io.casewright.platform.engine.audit.EngineState;
import io.casewright.platform.engine.audit.Finding;
import io.casewright.platform.engine.audit.Finding.Kind;
import io.casewright.platform.engine.place.Places;
import io.casewright.platform.engine.place.Seats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case that ended has no process and no task, a process has a case, and where it is fits how the case stands. */
@Component
class AuditCases implements AuditCheck {

    private static final String CASE = "support-case";

    /** In which processes a case of this status can be, its own where that has called none. */
    static final Map<CaseStatus, Set<String>> WHERE = Map.of(
            CaseStatus.RECEIVED, Set.of(CASE),
            CaseStatus.DIAGNOSING, Set.of(CASE, "diagnose-case", "request-access", "hand-off-case", "resolve-case"),
            CaseStatus.RESOLVING, Set.of(CASE, "resolve-case", "perform-change", "second-person"),
            CaseStatus.HANDED_OFF, Set.of("hand-off-case", "answer-vendor"),
            CaseStatus.WAITING_FOR_CUSTOMER, Set.of("diagnose-case", "request-access", "answer-vendor"),
            CaseStatus.WAITING_FOR_SERVICE_INCIDENT, Set.of(CASE),
            CaseStatus.RESOLVED, Set.of(CASE));

    private static final List<String> OF_A_CASE =
            WHERE.values().stream().flatMap(Set::stream).distinct().toList();

    private final SupportCases cases;
    private final Places places;
    private final Seats seats;

    AuditCases(SupportCases cases, Places places, Seats seats) {
        this.cases = cases;
        this.places = places;
        this.seats = seats;
    }

    @Override
    public List<Finding> look(EngineState engine) {
        var findings = new ArrayList<Finding>();
        var carried = cases.findCarriedBy(engine.of(CASE)).stream()
                .collect(Collectors.toMap(Carried::getProcessInstanceKey, each -> each, (one, other) -> other));
        engine.of(CASE).stream().sorted().forEach(instance -> check(instance, carried.get(instance), findings));
        var places = placesByCase();
        cases.findOpenCarried()
                .forEach(each -> checkPlace(each, places.getOrDefault(each.getNumber(), Set.of()), findings));
        cases.findEndedOf(places.keySet())
                .forEach(number -> findings.add(new Finding(
                        Kind.TASK_OF_ENDED_CASE,
                        "case " + number,
                        "has ended, but a step or task of it is still there",
                        "Its process is ended with what belongs to it; look at the case first if somebody works on it.",
                        null)));
        return findings;
    }

    private void check(long instance, @Nullable Carried carried, List<Finding> findings) {
        if (carried == null) {
            findings.add(new Finding(
                    Kind.PROCESS_WITHOUT_CASE,
                    "process " + instance,
                    "runs in the engine for no case that is known here",
                    "See in the engine's own tools what it is, and cancel it there if nobody needs it.",
                    null));
        } else if (carried.getStatus().isEnded()) {
            findings.add(new Finding(
                    Kind.PROCESS_OF_ENDED_CASE,
                    "case " + carried.getNumber(),
                    "has ended, but its process runs on",
                    "The process is cancelled; the case file keeps all that happened.",
                    () -> cancel(instance)));
        }
    }

    private void cancel(long instance) {
        boolean isOver = cases.findCarriedBy(List.of(instance)).stream()
                .allMatch(carried -> carried.getStatus().isEnded());
        if (isOver) {
            seats.cancel(List.of(instance));
        }
    }

    private static void checkPlace(Carried supportCase, Set<String> processes, List<Finding> findings) {
        var fitting = WHERE.getOrDefault(supportCase.getStatus(), Set.of());
        // What has called another is where that is.
        boolean fits = processes.stream()
                .filter(process -> processes.size() == 1 || !process.equals(CASE))
                .anyMatch(fitting::contains);
        if (!processes.isEmpty() && !fits) {
            findings.add(new Finding(
                    Kind.OTHER_WAIT_STATE,
                    "case " + supportCase.getNumber(),
                    "is %s, but its process is in %s".formatted(supportCase.getStatus(), String.join(", ", processes)),
                    "See both at the case file and in the engine's own tools, and move the process to where the case stands.",
                    null));
        }
    }

    private Map<String, Set<String>> placesByCase() {
        var found = new HashMap<String, Set<String>>();
        places.ofCases(OF_A_CASE)
                .forEach(place -> found.computeIfAbsent(place.caseNumber(), key -> new TreeSet<>())
                        .add(place.processId()));
        return found;
    }
}
