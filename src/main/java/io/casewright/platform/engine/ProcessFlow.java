package io.casewright.platform.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes after what in one process, as its model says. A step is an element of which this program is told: a user task, by
 * its listeners, or one that a worker does.
 */
public final class ProcessFlow {

    private static final Set<String> WAITS = Set.of("intermediateCatchEvent", "receiveTask", "eventBasedGateway");

    private final ModelElements model;

    /** By where they begin: a step, a call, or an event that begins a way of its own. */
    private final Map<String, Way> ways = new HashMap<>();

    /** What a job tells of where a process is. */
    public enum JobMeaning {
        /** A worker's step begins. */
        STEP,
        /** A task for people begins. */
        TASK_MADE,
        TASK_CANCELED,
        /** Nothing. */
        OTHER
    }

    /** What may come next, with no other step between. */
    private static final class Way {

        /** Steps and calls, each with whether a message leads there. */
        final Map<String, Boolean> reached = new LinkedHashMap<>();

        boolean waits;
    }

    /**
     * A branch of a parallel gateway.
     *
     * @param head its first element
     * @param steps that come in it
     */
    public record Branch(String head, Set<String> steps) {}

    private ProcessFlow(ModelElements model) {
        this.model = model;
        model.ids().stream().filter(this::beginsAWay).forEach(id -> ways.put(id, wayFrom(id)));
    }

    public static ProcessFlow read(byte[] xml) {
        return new ProcessFlow(ModelElements.read(xml));
    }

    /** What a job of this type at this element tells. */
    public JobMeaning meaningOf(String elementId, String jobType) {
        return model.meaningOf(elementId, jobType);
    }

    /** Whether a job of this type begins a step somewhere in the process. */
    public boolean beginsStep(String jobType) {
        return model.beginsStep(jobType);
    }

    public String processId() {
        return model.processId();
    }

    public Set<String> elements() {
        return model.ids();
    }

    /** Whether the process stands there until something happens; an event after an event gateway does not, since the gateway does. */
    public boolean waitsThere(String elementId) {
        return WAITS.contains(model.kind(elementId))
                && model.before(elementId).stream().noneMatch(this::isEventGateway);
    }

    /** Where the process stands although no step tells that it came there: right after another wait, or after its start. */
    public Set<String> waitsOutOfSight() {
        return model.ids().stream()
                .filter(this::waitsThere)
                .filter(id -> comesFromNoStep(id, new HashSet<>()))
                .collect(Collectors.toSet());
    }

    private boolean comesFromNoStep(String id, Set<String> seen) {
        return before(id).stream().filter(seen::add).anyMatch(from -> {
            boolean told = isStep(from) || model.calls().containsKey(from) || isFork(from);
            boolean untold = WAITS.contains(model.kind(from)) || startsTheProcess(from);
            return !told && (untold || comesFromNoStep(from, seen));
        });
    }

    /** A fork with a step behind it that nothing is waited for, which tells that the other branches have begun. */
    private boolean isFork(String id) {
        return model.kind(id).equals("parallelGateway")
                && model.after(id).stream().anyMatch(this::leadsToAStepAtOnce);
    }

    private boolean leadsToAStepAtOnce(String head) {
        var way = new Way();
        enter(head, false, way, new HashSet<>());
        return !way.waits && way.reached.keySet().stream().anyMatch(this::isStep);
    }

    /** Whether the process comes back to the element without ending. */
    public boolean isRepeated(String elementId) {
        var seen = new HashSet<String>();
        var open = new ArrayList<>(model.after(elementId));
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (id.equals(elementId)) {
                return true;
            }
            if (seen.add(id)) {
                open.addAll(model.after(id));
            }
        }
        return false;
    }

    public boolean isUserTask(String elementId) {
        return model.kind(elementId).equals("userTask");
    }

    public boolean isStep(String elementId) {
        return model.workedOn().contains(elementId);
    }

    private boolean isEventGateway(String elementId) {
        return model.kind(elementId).equals("eventBasedGateway");
    }

    /** The id of the form that the element shows; empty for one without. */
    public String formOf(String elementId) {
        return model.forms().getOrDefault(elementId, "");
    }

    /** The called process, by the activity that calls it. */
    public Map<String, String> calls() {
        return model.calls();
    }

    /**
     * What flows into the element. Before a boundary event is what comes before the element that it is attached to, since that
     * one was left and not done.
     */
    public List<String> before(String elementId) {
        if (model.kind(elementId).equals("boundaryEvent")) {
            return before(model.attachedTo(elementId));
        }
        var scope = model.scopeOf(elementId);
        if (model.kind(elementId).equals("startEvent") && scope != null && !model.isEventSubProcess(scope)) {
            return before(scope);
        }
        return model.before(elementId);
    }

    /** The steps of this process after which this one may come with no other between, whatever is called meanwhile. */
    public Set<String> stepsBefore(String elementId) {
        var found = new HashSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayList<>(beginnings(elementId).toList());
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (isStep(id)) {
                found.add(id);
            } else if (seen.add(id)) {
                open.addAll(beginnings(id).toList());
            }
        }
        return found;
    }

    /** The processes whose end leads to this step. */
    public Set<String> calledBefore(String elementId) {
        return beginnings(elementId)
                .flatMap(id -> Stream.ofNullable(model.calls().get(id)))
                .collect(Collectors.toSet());
    }

    /** Whether a message may lead to this step. */
    public boolean comesAfterMessage(String elementId) {
        return ways.values().stream().anyMatch(way -> way.reached.getOrDefault(elementId, false));
    }

    /** Whether the process ends with this step, or the part of it that began with an event. */
    public boolean isLast(String elementId) {
        var way = ways.get(elementId);
        return way != null && way.reached.isEmpty() && !way.waits;
    }

    /** The message names that the running process, or a part of it, waits for. */
    public Set<String> awaitedMessages() {
        return messagesAt(id -> !startsTheProcess(id));
    }

    /** The message names that start the process. */
    public Set<String> startingMessages() {
        return messagesAt(this::startsTheProcess);
    }

    private Set<String> messagesAt(Predicate<String> where) {
        return model.messages().entrySet().stream()
                .filter(entry -> where.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private boolean startsTheProcess(String id) {
        return model.kind(id).equals("startEvent") && model.scopeOf(id) == null;
    }

    /** The names of the variables that calls return. */
    public Set<String> returnedBy() {
        return model.returned();
    }

    /** The activity by which the process calls the other. */
    public Optional<String> callOf(String calledProcess) {
        return model.calls().entrySet().stream()
                .filter(call -> call.getValue().equals(calledProcess))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The event sub-process that the element is in; null when it is in none. */
    public @Nullable String eventSubProcessOf(String elementId) {
        return model.scopesOf(elementId)
                .filter(model::isEventSubProcess)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a process that came from one step to another is no longer at a third.
     *
     * @param from null when the other began by itself
     */
    public boolean leaves(String third, @Nullable String from, String to) {
        var left = new HashSet<>(
                from == null ? List.<String>of() : model.scopesOf(from).toList());
        model.scopesOf(to).forEach(left::remove);
        String own = eventSubProcessOf(to);
        boolean interrupts =
                own != null && model.interrupts(own) && model.scopesOf(third).noneMatch(own::equals);
        return interrupts || model.scopesOf(third).anyMatch(left::contains);
    }

    /** The branches of each parallel gateway, without what comes in several of them. */
    public List<List<Branch>> forks() {
        return model.ids().stream()
                .filter(id -> model.kind(id).equals("parallelGateway"))
                .map(id -> model.after(id))
                .filter(heads -> heads.size() > 1)
                .map(heads -> heads.stream().map(head -> branch(head, heads)).toList())
                .toList();
    }

    private Branch branch(String head, List<String> heads) {
        var own = stepsFrom(head);
        heads.stream().filter(other -> !other.equals(head)).forEach(other -> own.removeAll(stepsFrom(other)));
        return new Branch(head, Set.copyOf(own));
    }

    private Set<String> stepsFrom(String head) {
        var way = new Way();
        enter(head, false, way, new HashSet<>());
        var found = new LinkedHashSet<String>();
        var open = new ArrayList<>(way.reached.keySet());
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (found.add(next)) {
                open.addAll(Objects.requireNonNull(ways.get(next)).reached.keySet());
            }
        }
        return found;
    }

    private Stream<String> beginnings(String elementId) {
        return ways.entrySet().stream()
                .filter(way -> way.getValue().reached.containsKey(elementId))
                .map(Map.Entry::getKey);
    }

    private boolean beginsAWay(String id) {
        return switch (model.kind(id)) {
            case "startEvent" ->
                model.scopeOf(id) == null || model.isEventSubProcess(Objects.requireNonNull(model.scopeOf(id)));
            case "boundaryEvent" -> !model.isInterrupting(id);
            default -> isStep(id) || model.calls().containsKey(id);
        };
    }

    private Way wayFrom(String id) {
        var way = new Way();
        follow(id, isStep(id) ? false : model.messages().containsKey(id), way, new HashSet<>());
        return way;
    }

    private void enter(String id, boolean message, Way way, Set<String> seen) {
        if (isStep(id) || model.calls().containsKey(id)) {
            way.reached.merge(id, message, Boolean::logicalOr);
        } else if (seen.add(id + message)) {
            if (model.kind(id).equals("subProcess")) {
                model.ids().stream()
                        .filter(each -> model.kind(each).equals("startEvent") && id.equals(model.scopeOf(each)))
                        .forEach(start -> follow(start, message, way, seen));
                model.interruptionsOf(id)
                        .forEach(event ->
                                follow(event, message || model.messages().containsKey(event), way, seen));
            } else {
                way.waits |= WAITS.contains(model.kind(id));
                follow(id, message || model.messages().containsKey(id), way, seen);
            }
        }
    }

    private void follow(String id, boolean message, Way way, Set<String> seen) {
        model.after(id).forEach(next -> enter(next, message, way, seen));
        model.interruptionsOf(id)
                .forEach(event -> follow(event, message || model.messages().containsKey(event), way, seen));
        String scope = model.scopeOf(id);
        if (model.kind(id).equals("endEvent")
                && scope != null
                && !model.isEventSubProcess(scope)
                && seen.add("left " + scope)) {
            follow(scope, message, way, seen);
        }
    }
}
