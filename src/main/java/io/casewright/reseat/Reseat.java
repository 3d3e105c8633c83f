package io.casewright.reseat;

import io.casewright.platform.engine.EngineMessage;
import io.casewright.platform.engine.EngineOutbox;
import io.casewright.platform.engine.ProcessFlow;
import io.casewright.platform.engine.ProcessFlows;
import io.casewright.platform.engine.place.CarriedByProcess;
import io.casewright.platform.engine.place.EngineGeneration;
import io.casewright.platform.engine.place.Places;
import io.casewright.platform.engine.place.Seats;
import io.casewright.platform.engine.place.SentMessages;
import io.casewright.task.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets all that is open going again in an engine that is empty. Each process goes on at the steps that it had begun last: done
 * again they do nothing more and say the same, so nothing is sent twice. No worker may run meanwhile.
 */
@Service
public class Reseat {

    private static final Logger log = LoggerFactory.getLogger(Reseat.class);
    private static final int AT_ONCE = 50;

    private final ReadPlaces readPlaces;
    private final SeatProcesses seatProcesses;
    private final Places places;
    private final EngineGeneration generation;
    private final SentMessages messages;
    private final Seats seats;
    private final Tasks tasks;
    private final ProcessFlows flows;
    private final EngineOutbox outbox;
    private final List<CarriedByProcess> carried;
    private final TransactionTemplate transaction;

    Reseat(
            ReadPlaces readPlaces,
            SeatProcesses seatProcesses,
            Places places,
            EngineGeneration generation,
            SentMessages messages,
            Seats seats,
            Tasks tasks,
            ProcessFlows flows,
            EngineOutbox outbox,
            List<CarriedByProcess> carried,
            TransactionTemplate transaction) {
        this.readPlaces = readPlaces;
        this.seatProcesses = seatProcesses;
        this.places = places;
        this.generation = generation;
        this.messages = messages;
        this.seats = seats;
        this.tasks = tasks;
        this.flows = flows;
        this.outbox = outbox;
        this.carried = carried;
        this.transaction = transaction;
    }

    /**
     * What became of it.
     *
     * @param going how many instances of each process go on
     * @param starting how many are started by a message that waits
     * @param notPlaced what is open but was nowhere, as words such as {@code case CW-2026-000001: …}
     */
    public record Report(Map<String, Integer> going, int starting, List<String> notPlaced) {}

    /** How many of each process would go on. */
    public Map<String, Integer> wouldGoOn() {
        return places.count();
    }

    /** How many processes of ours the engine already carries that are not known of it. */
    public int unknownInEngine() {
        return unknown(!generation.newest().isComplete()).size();
    }

    /**
     * Sets all going. What an attempt that broke off had started is used when it was written down, and cancelled when not.
     *
     * @param engine the name that the settings give the engine; null for none
     * @throws EngineNotEmpty when the engine carries processes of ours; nothing was changed then
     */
    public Report run(@Nullable String engine) {
        boolean brokeOff = !generation.newest().isComplete()
                && Objects.equals(generation.newest().engine(), engine);
        var unknown = unknown(brokeOff);
        if (!unknown.isEmpty() && !brokeOff) {
            throw new EngineNotEmpty(unknown.size());
        }
        seats.cancel(unknown);
        var lastSign = places.newest().orElse(Instant.EPOCH);
        int number = brokeOff ? generation.current() : generation.begin(engine, "The engine before was lost");
        transaction.executeWithoutResult(status -> carried.forEach(CarriedByProcess::forgetEnded));
        var processes = readPlaces.before(number);
        var going = new TreeMap<String, Integer>();
        var problems = new ArrayList<String>();
        for (int from = 0; from < processes.size(); from += AT_ONCE) {
            seatProcesses.seat(processes.subList(from, Math.min(from + AT_ONCE, processes.size())), going, problems);
        }
        int starting = transaction.execute(status -> sendAgain(messages.heldAt(lastSign)));
        tasks.cancelBefore(number);
        generation.complete();
        var report = new Report(going, starting, notPlaced(problems));
        log.info(
                "Set going again: {}; started by a message that waits: {}; could not be placed: {}",
                report.going(),
                report.starting(),
                report.notPlaced().isEmpty() ? "none" : String.join("; ", report.notPlaced()));
        return report;
    }

    private Set<Long> unknown(boolean brokeOff) {
        var known = brokeOff ? places.instances() : Set.<Long>of();
        var unknown = new HashSet<Long>();
        flows.all()
                .map(ProcessFlow::processId)
                .filter(processId -> flows.callersOf(processId).isEmpty())
                .forEach(processId -> unknown.addAll(seats.runningByThemselves(processId)));
        unknown.removeAll(known);
        return unknown;
    }

    /** A message that started a process which has a place has done its work; another would start a second. */
    private int sendAgain(List<EngineMessage> held) {
        messages.notTried().stream()
                .filter(EngineMessage::startsProcess)
                .filter(places::hasBegunWith)
                .forEach(outbox::cancel);
        int starting = 0;
        for (EngineMessage message : held) {
            boolean starts = message.startsProcess();
            if (starts && places.hasBegunWith(message)) {
                outbox.cancel(message);
            } else {
                outbox.send(message);
                starting += starts ? 1 : 0;
            }
        }
        return starting;
    }

    private List<String> notPlaced(List<String> problems) {
        var all = new ArrayList<>(problems);
        for (CarriedByProcess what : carried) {
            var placed =
                    places.ofProcess(what.processId()).stream().map(what::keyOf).collect(Collectors.toSet());
            what.open().stream()
                    .filter(key ->
                            !placed.contains(key) && !messages.waitFor(flows.startingMessages(what.processId()), key))
                    .map(key -> "%s %s: no step of it was ever begun, and no message waits to start it"
                            .formatted(what.name(), key))
                    .forEach(all::add);
        }
        all.sort(Comparator.naturalOrder());
        return all;
    }
}
