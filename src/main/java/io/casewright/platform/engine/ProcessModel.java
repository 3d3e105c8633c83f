package io.casewright.platform.engine;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

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
}
