package io.casewright.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;

/**
 * A process model as its file says it.
 *
 * @param labels label by element id; elements without a label are not in it
 * @param calls id of the called process by the id of the activity that calls it
 * @param attempts that a job of the element gets, by its id
 */
public record ProcessModel(
        String id, byte[] xml, Map<String, String> labels, Map<String, String> calls, Map<String, Integer> attempts) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final QName NAME = new QName("name");

    static ProcessModel read(byte[] xml) {
        String id = null;
        var labels = new HashMap<String, String>();
        var calls = new HashMap<String, String>();
        var attempts = new HashMap<String, Integer>();
        String element = "";
        try {
            var reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                String own = reader.getAttributeValue(null, "id");
                if (own != null && BPMN.equals(reader.getNamespaceURI())) {
                    element = own;
                    if (reader.getLocalName().equals("process")) {
                        id = own;
                    }
                    String label = reader.getAttributeValue(null, "name");
                    if (label != null) {
                        labels.put(own, label);
                    }
                } else if (reader.getLocalName().equals("calledElement")) {
                    calls.put(element, reader.getAttributeValue(null, "processId"));
                } else if (reader.getLocalName().equals("taskDefinition")) {
                    String retries = reader.getAttributeValue(null, "retries");
                    if (retries != null && retries.matches("\\d{1,3}")) {
                        attempts.put(element, Integer.valueOf(retries));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A process model cannot be read", e);
        }
        if (id == null) {
            throw new IllegalStateException("A file of the models has no process");
        }
        return new ProcessModel(id, xml, Map.copyOf(labels), Map.copyOf(calls), Map.copyOf(attempts));
    }

    /** Its file with other names for its elements, for a picture of it. */
    public byte[] named(UnaryOperator<String> names) {
        var named = new StringWriter();
        try {
            var reader = XMLInputFactory.newDefaultFactory().createXMLEventReader(new ByteArrayInputStream(xml));
            var writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(named);
            var events = XMLEventFactory.newDefaultFactory();
            while (reader.hasNext()) {
                var event = reader.nextEvent();
                writer.add(
                        event instanceof StartElement start
                                        && BPMN.equals(start.getName().getNamespaceURI())
                                ? renamed(start, names, events)
                                : event);
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The process model " + id + " cannot be written", e);
        }
        return named.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StartElement renamed(StartElement start, UnaryOperator<String> names, XMLEventFactory events) {
        var attributes = new ArrayList<Attribute>();
        start.getAttributes()
                .forEachRemaining(each -> attributes.add(
                        each.getName().equals(NAME)
                                ? events.createAttribute(NAME, names.apply(each.getValue()))
                                : each));
        return events.createStartElement(start.getName(), attributes.iterator(), start.getNamespaces());
    }
}
