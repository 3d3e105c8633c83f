package io.casewright.platform.engine;

import io.casewright.platform.engine.ProcessFlow.JobMeaning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** The elements of one process model, as its file holds them. */
final class ModelElements {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    private final String processId;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();
    private final Map<String, String> messages = new HashMap<>();
    private final Map<String, JobMeaning> meanings = new HashMap<>();
    private final Set<String> beginningSteps = new HashSet<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> workedOn = new HashSet<>();

    private ModelElements(Document model) {
        processId = all(model, BPMN, "process").getFirst().getAttribute("id");
        for (Element element : all(model, BPMN, "*")) {
            if (element.hasAttribute("id")) {
                elements.put(element.getAttribute("id"), element);
            }
        }
        for (Element flow : all(model, BPMN, "sequenceFlow")) {
            link(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
        }
        all(model, ZEEBE, "formDefinition").forEach(form -> forms.put(holderOf(form), form.getAttribute("formId")));
        readCalls(model);
        readJobs(model);
        readMessages(model);
    }

    static ModelElements read(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new ModelElements(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("A process model cannot be read", e);
        }
    }

    private void link(String from, String to) {
        after.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, any -> new ArrayList<>()).add(from);
    }

    private void readCalls(Document model) {
        for (Element called : all(model, ZEEBE, "calledElement")) {
            calls.put(holderOf(called), called.getAttribute("processId"));
        }
        for (Element output : all(model, ZEEBE, "output")) {
            if (calls.containsKey(holderOf((Element) output.getParentNode()))) {
                returned.add(output.getAttribute("target"));
            }
        }
    }

    private void readJobs(Document model) {
        for (Element definition : all(model, ZEEBE, "taskDefinition")) {
            workedOn.add(holderOf(definition));
            mean(holderOf(definition), definition.getAttribute("type"), JobMeaning.STEP);
        }
        all(model, BPMN, "userTask").forEach(task -> workedOn.add(task.getAttribute("id")));
        for (Element listener : all(model, ZEEBE, "taskListener")) {
            String task = holderOf((Element) listener.getParentNode());
            mean(task, listener.getAttribute("type"), meaningOf(listener.getAttribute("eventType")));
        }
    }

    private void mean(String element, String jobType, JobMeaning meaning) {
        meanings.put(element + " " + jobType, meaning);
        if (meaning == JobMeaning.STEP || meaning == JobMeaning.TASK_MADE) {
            beginningSteps.add(jobType);
        }
    }

    private static JobMeaning meaningOf(String listenerEvent) {
        return switch (listenerEvent) {
            case "creating" -> JobMeaning.TASK_MADE;
            case "canceling" -> JobMeaning.TASK_CANCELED;
            default -> JobMeaning.OTHER;
        };
    }

    private void readMessages(Document model) {
        var names = all(model, BPMN, "message").stream()
                .collect(Collectors.toMap(each -> each.getAttribute("id"), each -> each.getAttribute("name")));
        for (Element definition : all(model, BPMN, "messageEventDefinition")) {
            String event = ((Element) definition.getParentNode()).getAttribute("id");
            messages.put(event, names.getOrDefault(definition.getAttribute("messageRef"), ""));
        }
        for (Element task : all(model, BPMN, "receiveTask")) {
            messages.put(task.getAttribute("id"), names.getOrDefault(task.getAttribute("messageRef"), ""));
        }
    }

    String processId() {
        return processId;
    }

    Set<String> ids() {
        return elements.keySet();
    }

    /** As BPMN names it; empty when there is no such element. */
    String kind(String id) {
        var element = elements.get(id);
        return element == null ? "" : element.getLocalName();
    }

    List<String> before(String id) {
        return before.getOrDefault(id, List.of());
    }

    List<String> after(String id) {
        return after.getOrDefault(id, List.of());
    }

    /** The id of the form, by the element that shows it. */
    Map<String, String> forms() {
        return forms;
    }

    /** The called process, by the activity that calls it. */
    Map<String, String> calls() {
        return calls;
    }

    /** The names of the variables that calls return. */
    Set<String> returned() {
        return returned;
    }

    /** The name of the message, by the element that it comes in at. */
    Map<String, String> messages() {
        return messages;
    }

    /** The elements that people or workers work on. */
    Set<String> workedOn() {
        return workedOn;
    }

    JobMeaning meaningOf(String id, String jobType) {
        return meanings.getOrDefault(id + " " + jobType, JobMeaning.OTHER);
    }

    boolean beginsStep(String jobType) {
        return beginningSteps.contains(jobType);
    }

    String attachedTo(String boundaryEvent) {
        return element(boundaryEvent).getAttribute("attachedToRef");
    }

    boolean isInterrupting(String boundaryEvent) {
        return !element(boundaryEvent).getAttribute("cancelActivity").equals("false");
    }

    /** The boundary events that interrupt the element. */
    Stream<String> interruptionsOf(String id) {
        return elements.keySet().stream()
                .filter(each -> kind(each).equals("boundaryEvent") && isInterrupting(each))
                .filter(each -> id.equals(attachedTo(each)));
    }

    boolean isEventSubProcess(String id) {
        return element(id).getAttribute("triggeredByEvent").equals("true");
    }

    /** Whether what begins there ends what it began in. */
    boolean interrupts(String eventSubProcess) {
        return elements.keySet().stream()
                .filter(id -> kind(id).equals("startEvent") && eventSubProcess.equals(scopeOf(id)))
                .noneMatch(id -> element(id).getAttribute("isInterrupting").equals("false"));
    }

    /** The sub-processes around the element, the innermost first. */
    Stream<String> scopesOf(String id) {
        return Stream.iterate(scopeOf(id), Objects::nonNull, this::scopeOf);
    }

    /** The sub-process that the element is in; null when it is in none. */
    @Nullable
    String scopeOf(@Nullable String id) {
        var around = id == null || !elements.containsKey(id)
                ? null
                : (Element) element(id).getParentNode();
        return around != null && around.getLocalName().equals("subProcess") ? around.getAttribute("id") : null;
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
