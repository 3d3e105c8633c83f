package io.casewright.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The order of the elements of one model.
 *
 * @param before what flows into an element, by its id
 * @param userTasks ids of the tasks for people
 * @param forms id of the form by the id of the element that shows it
 * @param calls id of the called process by the id of the activity that calls it
 */
record ModelSteps(
        String processId,
        Map<String, List<String>> before,
        Set<String> userTasks,
        Map<String, String> forms,
        Map<String, String> calls) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    static ModelSteps read(byte[] xml) {
        var model = parsed(xml);
        var before = new HashMap<String, List<String>>();
        for (Element flow : all(model, BPMN, "sequenceFlow")) {
            before.computeIfAbsent(flow.getAttribute("targetRef"), target -> new ArrayList<>())
                    .add(flow.getAttribute("sourceRef"));
        }
        for (Element event : all(model, BPMN, "boundaryEvent")) {
            // What it is attached to was left, not done: the way goes on before that.
            before.put(event.getAttribute("id"), before.getOrDefault(event.getAttribute("attachedToRef"), List.of()));
        }
        for (Element start : all(model, BPMN, "startEvent")) {
            var scope = (Element) start.getParentNode();
            if (scope.getLocalName().equals("subProcess")
                    && !scope.getAttribute("triggeredByEvent").equals("true")) {
                before.put(start.getAttribute("id"), before.getOrDefault(scope.getAttribute("id"), List.of()));
            }
        }
        var userTasks = new HashSet<String>();
        all(model, BPMN, "userTask").forEach(task -> userTasks.add(task.getAttribute("id")));
        var forms = new HashMap<String, String>();
        for (Element form : all(model, ZEEBE, "formDefinition")) {
            forms.put(holderOf(form).getAttribute("id"), form.getAttribute("formId"));
        }
        var calls = new HashMap<String, String>();
        for (Element called : all(model, ZEEBE, "calledElement")) {
            calls.put(holderOf(called).getAttribute("id"), called.getAttribute("processId"));
        }
        String id = all(model, BPMN, "process").getFirst().getAttribute("id");
        return new ModelSteps(id, Map.copyOf(before), Set.copyOf(userTasks), Map.copyOf(forms), Map.copyOf(calls));
    }

    /** The element whose extension it is. */
    private static Element holderOf(Element extension) {
        return (Element) extension.getParentNode().getParentNode();
    }

    List<String> before(String elementId) {
        return before.getOrDefault(elementId, List.of());
    }

    private static List<Element> all(Document model, String namespace, String name) {
        var found = model.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    private static Document parsed(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("A process model cannot be read", e);
        }
    }
}
