package io.casewright.reseat;

import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.Place;
import io.casewright.platform.engine.place.Places;
import io.casewright.platform.engine.place.Seats;
import io.casewright.platform.engine.place.Seats.Called;
import io.casewright.task.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets some processes going in the engine at once, each with what it had called, and writes down where they go on. */
@Component
class SeatProcesses {

    private final Places places;
    private final Seats seats;
    private final Tasks tasks;
    private final List<CarriedByProcess> carried;
    private final TransactionTemplate transaction;

    SeatProcesses(
            Places places, Seats seats, Tasks tasks, List<CarriedByProcess> carried, TransactionTemplate transaction) {
        this.places = places;
        this.seats = seats;
        this.tasks = tasks;
        this.carried = carried;
        this.transaction = transaction;
    }

    /** A process on its way into the engine. */
    private static final class Seating {

        /** It and what it called, the outermost first. */
        final List<SeatedProcess> line;

        final String name;
        final Optional<CarriedByProcess> carried;
        final Map<String, Object> facts;

        /** Of its instances in the engine, as far as they are there. */
        final List<Long> keys = new ArrayList<>();

        Seating(SeatedProcess process, Optional<CarriedByProcess> carried) {
            this.line = process.line();
            this.carried = carried;
            this.facts = carried.map(what -> what.factsOf(what.keyOf(process.first())))
                    .orElse(Map.of());
            this.name = carried.map(what -> what.name() + " " + what.keyOf(process.first()))
                    .orElseGet(() -> process.processId() + " " + process.first().processInstanceKey());
        }

        boolean isWhole() {
            return keys.size() == line.size();
        }

        boolean waitsForACall() {
            return !keys.isEmpty() && !isWhole();
        }

        SeatedProcess next() {
            return line.get(keys.size());
        }

        /** What the next of its processes is to know: what the database says goes over what was written down at a step. */
        Map<String, Object> variables() {
            var variables = new HashMap<>(next().variables());
            facts.forEach((name, value) -> {
                if (variables.containsKey(name)) {
                    variables.put(name, value);
                }
            });
            return variables;
        }
    }

    /**
     * @param going is told how many instances of each process go on
     * @param problems is told what could not be set going, and why
     */
    void seat(List<SeatedProcess> processes, Map<String, Integer> going, List<String> problems) {
        var seatings = processes.stream()
                .map(process -> new Seating(process, carriedBy(process)))
                .toList();
        start(seatings, problems);
        // Level by level, since a process can only be entered when it was called.
        for (var waiting = waiting(seatings); !waiting.isEmpty(); waiting = waiting(seatings)) {
            waiting.stream()
                    .collect(Collectors.groupingBy(seating -> seating.next().processId()))
                    .forEach((processId, calling) -> enterCalled(processId, calling, problems));
        }
        seatings.stream().filter(Seating::isWhole).forEach(seating -> {
            enterAsides(seating);
            transaction.executeWithoutResult(status -> writeDown(seating));
            seating.line.forEach(each -> going.merge(each.processId(), 1, Integer::sum));
        });
    }

    private Optional<CarriedByProcess> carriedBy(SeatedProcess process) {
        return carried.stream()
                .filter(what -> what.processId().equals(process.processId()))
                .filter(what -> !what.keyOf(process.first()).isEmpty())
                .findFirst();
    }

    private void start(List<Seating> seatings, List<String> problems) {
        var started = new ArrayList<CompletableFuture<Long>>();
        for (Seating seating : seatings) {
            var process = seating.next();
            started.add(seats.start(process.processId(), seating.variables(), process.elements()));
        }
        for (int at = 0; at < started.size(); at++) {
            var seating = seatings.get(at);
            try {
                seating.keys.add(started.get(at).join());
            } catch (RuntimeException e) {
                problems.add(seating.name + ": the engine did not start it: " + cause(e));
            }
        }
    }

    private static List<Seating> waiting(List<Seating> seatings) {
        return seatings.stream().filter(Seating::waitsForACall).toList();
    }

    private void enterCalled(String processId, List<Seating> calling, List<String> problems) {
        var callers = calling.stream().map(seating -> seating.keys.getLast()).collect(Collectors.toSet());
        var found = seats.calledBy(callers, processId);
        for (Seating seating : calling) {
            Called called = found.get(seating.keys.getLast());
            if (called == null) {
                problems.add("%s: %s was not called again".formatted(seating.name, processId));
                // Started anew it would do its first steps again.
                seats.cancel(List.of(seating.keys.getFirst()));
                seating.keys.clear();
            } else {
                seats.move(called, seating.variables(), seating.next().elements());
                seating.keys.add(called.processInstanceKey());
            }
        }
    }

    private void enterAsides(Seating seating) {
        for (int level = 0; level < seating.line.size(); level++) {
            var process = seating.line.get(level);
            for (Place aside : process.asides()) {
                seats.enter(
                        seating.keys.get(level), aside.elementId(), process.scopeOf(aside), process.variablesOf(aside));
            }
        }
    }

    private void writeDown(Seating seating) {
        for (int level = 0; level < seating.line.size(); level++) {
            var each = seating.line.get(level);
            long instance = seating.keys.get(level);
            var atTasks = each.places().stream()
                    .filter(place -> each.flow().isUserTask(place.elementId()))
                    .filter(each::comesAgainTo)
                    .map(Place::stepKey)
                    .toList();
            var first = each.first();
            tasks.goOn(first.generation(), first.processInstanceKey(), instance, atTasks);
            each.places().forEach(place -> places.reseat(place, instance, each.comesAgainTo(place)));
        }
        var outermost = seating.line.getFirst();
        seating.carried.ifPresent(what -> what.goesOn(what.keyOf(outermost.first()), seating.keys.getFirst()));
    }

    private static String cause(RuntimeException failure) {
        return String.valueOf((failure.getCause() == null ? failure : failure.getCause()).getMessage());
    }
}
