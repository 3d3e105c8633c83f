package io.casewright.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What comes after what in one process, as its model says. A step is an element of which this program is told: a user task, by
 * its listeners, or one that a worker does.
 */
public final class ProcessFlow {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final Set<String> WAITS = Set.of("intermediateCatchEvent", "receiveTask", "eventBasedGateway");

    private final String processId;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();
    private final Map<String, JobMeaning> meanings = new HashMap<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> workedOn = new HashSet<>();
    private final Map<String, String> messages = new HashMap<>();
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

    private ProcessFlow(Document model) {
        processId = all(model, BPMN, "process").getFirst().getAttribute("id");
        var every = model.getElementsByTagNameNS(BPMN, "*");
        for (int at = 0; at < every.getLength(); at++) {
            var element = (Element) every.item(at);
            if (element.hasAttribute("id")) {
                elements.put(element.getAttribute("id"), element);
            }
        }
        for (Element flow : all(model, BPMN, "sequenceFlow")) {
            link(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
        }
        for (Element form : all(model, ZEEBE, "formDefinition")) {
            forms.put(holderOf(form), form.getAttribute("formId"));
        }
        for (Element called : all(model, ZEEBE, "calledElement")) {
            calls.put(holderOf(called), called.getAttribute("processId"));
        }
        for (Element output : all(model, ZEEBE, "output")) {
            var holder = (Element) output.getParentNode().getParentNode().getParentNode();
            if (calls.containsKey(holder.getAttribute("id"))) {
                returned.add(output.getAttribute("target"));
            }
        }
        for (Element definition : all(model, ZEEBE, "taskDefinition")) {
            workedOn.add(holderOf(definition));
            meanings.put(holderOf(definition) + " " + definition.getAttribute("type"), JobMeaning.STEP);
        }
        all(model, BPMN, "userTask").forEach(task -> workedOn.add(task.getAttribute("id")));
        for (Element listener : all(model, ZEEBE, "taskListener")) {
            String task = holderOf((Element) listener.getParentNode());
            meanings.put(task + " " + listener.getAttribute("type"), meaningOf(listener.getAttribute("eventType")));
        }
        readMessages(model);
        elements.keySet().stream().filter(this::beginsAWay).forEach(id -> ways.put(id, wayFrom(id)));
    }

    public static ProcessFlow read(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new ProcessFlow(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("A process model cannot be read", e);
        }
    }

    private void link(String from, String to) {
        after.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, any -> new ArrayList<>()).add(from);
    }

    private void readMessages(Document model) {
        var names = all(model, BPMN, "message").stream()
                .collect(Collectors.toMap(each -> each.getAttribute("id"), each -> each.getAttribute("name")));
        for (Element definition : all(model, BPMN, "messageEventDefinition")) {
            messages.put(((Element) definition.getParentNode()).getAttribute("id"), name(names, definition));
        }
        for (Element task : all(model, BPMN, "receiveTask")) {
            messages.put(task.getAttribute("id"), name(names, task));
        }
    }

    private static String name(Map<String, String> names, Element reference) {
        return names.getOrDefault(reference.getAttribute("messageRef"), "");
    }

    private static JobMeaning meaningOf(String listenerEvent) {
        return switch (listenerEvent) {
            case "creating" -> JobMeaning.TASK_MADE;
            case "canceling" -> JobMeaning.TASK_CANCELED;
            default -> JobMeaning.OTHER;
        };
    }

    /** What a job of this type at this element tells. */
    public JobMeaning meaningOf(String elementId, String jobType) {
        return meanings.getOrDefault(elementId + " " + jobType, JobMeaning.OTHER);
    }

    public String processId() {
        return processId;
    }

    public Set<String> elements() {
        return elements.keySet();
    }

    /** Whether the process stands there until something happens; an event after an event gateway does not, since the gateway does. */
    public boolean waitsThere(String elementId) {
        return WAITS.contains(kind(elementId))
                && before.getOrDefault(elementId, List.of()).stream().noneMatch(this::isEventGateway);
    }

    /** Where the process stands although no step tells that it came there: right after another wait, or after its start. */
    public Set<String> waitsOutOfSight() {
        return elements.keySet().stream()
                .filter(this::waitsThere)
                .filter(id -> comesFromNoStep(id, new HashSet<>()))
                .collect(Collectors.toSet());
    }

    private boolean comesFromNoStep(String id, Set<String> seen) {
        return before(id).stream().filter(seen::add).anyMatch(from -> {
            boolean told = isStep(from) || calls.containsKey(from) || isFork(from);
            boolean untold = WAITS.contains(kind(from)) || startsTheProcess(from);
            return !told && (untold || comesFromNoStep(from, seen));
        });
    }

    /** A fork with a step behind it that nothing is waited for, which tells that the other branches have begun. */
    private boolean isFork(String id) {
        return kind(id).equals("parallelGateway")
                && after.getOrDefault(id, List.of()).stream().anyMatch(this::leadsToAStepAtOnce);
    }

    private boolean leadsToAStepAtOnce(String head) {
        var way = new Way();
        enter(head, false, way, new HashSet<>());
        return !way.waits && way.reached.keySet().stream().anyMatch(this::isStep);
    }

    /** Whether the process comes back to the element without ending. */
    public boolean isRepeated(String elementId) {
        var seen = new HashSet<String>();
        var open = new ArrayList<>(after.getOrDefault(elementId, List.of()));
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (id.equals(elementId)) {
                return true;
            }
            if (seen.add(id)) {
                open.addAll(after.getOrDefault(id, List.of()));
            }
        }
        return false;
    }

    public boolean isUserTask(String elementId) {
        return kind(elementId).equals("userTask");
    }

    public boolean isStep(String elementId) {
        return workedOn.contains(elementId);
    }

    public boolean isEventGateway(String elementId) {
        return kind(elementId).equals("eventBasedGateway");
    }

    /** The id of the form that the element shows; empty for one without. */
    public String formOf(String elementId) {
        return forms.getOrDefault(elementId, "");
    }

    /** The called process, by the activity that calls it. */
    public Map<String, String> calls() {
        return calls;
    }

    /**
     * What flows into the element. Before a boundary event is what comes before the element that it is attached to, since that
     * one was left and not done.
     */
    public List<String> before(String elementId) {
        var element = elements.get(elementId);
        if (element == null) {
            return List.of();
        }
        if (element.getLocalName().equals("boundaryEvent")) {
            return before(element.getAttribute("attachedToRef"));
        }
        var scope = scopeOf(elementId);
        if (element.getLocalName().equals("startEvent") && scope != null && !isEventSubProcess(scope)) {
            return before(scope);
        }
        return before.getOrDefault(elementId, List.of());
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
                .flatMap(id -> Stream.ofNullable(calls.get(id)))
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
        return messages.entrySet().stream()
                .filter(entry -> where.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private boolean startsTheProcess(String id) {
        return kind(id).equals("startEvent") && scopeOf(id) == null;
    }

    /** The names of the variables that calls return. */
    public Set<String> returnedBy() {
        return returned;
    }

    /** The activity by which the process calls the other. */
    public Optional<String> callOf(String calledProcess) {
        return calls.entrySet().stream()
                .filter(call -> call.getValue().equals(calledProcess))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The event sub-process that the element is in; null when it is in none. */
    public @Nullable String eventSubProcessOf(String elementId) {
        return scopesOf(elementId).filter(this::isEventSubProcess).findFirst().orElse(null);
    }

    /**
     * Whether a process that came from one step to another is no longer at a third.
     *
     * @param from null when the other began by itself
     */
    public boolean leaves(String third, @Nullable String from, String to) {
        var left =
                new HashSet<>(from == null ? List.<String>of() : scopesOf(from).toList());
        scopesOf(to).forEach(left::remove);
        String own = eventSubProcessOf(to);
        boolean interrupts = own != null && interrupts(own) && scopesOf(third).noneMatch(own::equals);
        return interrupts || scopesOf(third).anyMatch(left::contains);
    }

    /** The branches of each parallel gateway, without what comes in several of them. */
    public List<List<Branch>> forks() {
        return elements.keySet().stream()
                .filter(id -> kind(id).equals("parallelGateway"))
                .map(id -> after.getOrDefault(id, List.of()))
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
        return switch (kind(id)) {
            case "startEvent" -> scopeOf(id) == null || isEventSubProcess(Objects.requireNonNull(scopeOf(id)));
            case "boundaryEvent" -> !isInterrupting(id);
            default -> isStep(id) || calls.containsKey(id);
        };
    }

    private Way wayFrom(String id) {
        var way = new Way();
        follow(id, isStep(id) ? false : messages.containsKey(id), way, new HashSet<>());
        return way;
    }

    private void enter(String id, boolean message, Way way, Set<String> seen) {
        if (isStep(id) || calls.containsKey(id)) {
            way.reached.merge(id, message, Boolean::logicalOr);
        } else if (seen.add(id + message)) {
            if (kind(id).equals("subProcess")) {
                elements.keySet().stream()
                        .filter(each -> kind(each).equals("startEvent") && id.equals(scopeOf(each)))
                        .forEach(start -> follow(start, message, way, seen));
                interruptionsOf(id).forEach(event -> follow(event, message || messages.containsKey(event), way, seen));
            } else {
                way.waits |= WAITS.contains(kind(id));
                follow(id, message || messages.containsKey(id), way, seen);
            }
        }
    }

    private void follow(String id, boolean message, Way way, Set<String> seen) {
        after.getOrDefault(id, List.of()).forEach(next -> enter(next, message, way, seen));
        interruptionsOf(id).forEach(event -> follow(event, message || messages.containsKey(event), way, seen));
        String scope = scopeOf(id);
        if (kind(id).equals("endEvent") && scope != null && !isEventSubProcess(scope) && seen.add("left " + scope)) {
            follow(scope, message, way, seen);
        }
    }

    private Stream<String> interruptionsOf(String id) {
        return elements.keySet().stream()
                .filter(each -> kind(each).equals("boundaryEvent") && isInterrupting(each))
                .filter(each -> id.equals(element(each).getAttribute("attachedToRef")));
    }

    private boolean isInterrupting(String boundaryEvent) {
        return !element(boundaryEvent).getAttribute("cancelActivity").equals("false");
    }

    private boolean interrupts(String eventSubProcess) {
        return elements.keySet().stream()
                .filter(id -> kind(id).equals("startEvent") && eventSubProcess.equals(scopeOf(id)))
                .noneMatch(id -> element(id).getAttribute("isInterrupting").equals("false"));
    }

    private boolean isEventSubProcess(String id) {
        return element(id).getAttribute("triggeredByEvent").equals("true");
    }

    /** The sub-processes around the element, the innermost first. */
    private Stream<String> scopesOf(String id) {
        return Stream.iterate(scopeOf(id), Objects::nonNull, this::scopeOf);
    }

    private @Nullable String scopeOf(@Nullable String id) {
        var around = id == null || !elements.containsKey(id)
                ? null
                : (Element) element(id).getParentNode();
        return around != null && around.getLocalName().equals("subProcess") ? around.getAttribute("id") : null;
    }

    private String kind(String id) {
        var element = elements.get(id);
        return element == null ? "" : element.getLocalName();
    }

    private Element element(String id) {
        return Objects.requireNonNull(elements.get(id), id);
    }

    /** The id of the element whose extension it is. */
    private static String holderOf(Element extension) {
        return ((Element) extension.getParentNode().getParentNode()).getAttribute("id");
    }

    private static List<Element> all(Document model, String namespace, String name) {
        var found = model.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }
}
