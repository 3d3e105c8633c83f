package io.casewright.engine;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Names of processes and their elements, by id. Read without checking the model against its schema, which the engine has done. */
final class ModelNames {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private ModelNames() {}

    static Map<String, String> of(byte[] model) {
        try {
            var names = new HashMap<String, String>();
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(model));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String id = reader.getAttributeValue(null, "id");
                    String name = reader.getAttributeValue(null, "name");
                    if (id != null && name != null) {
                        names.put(id, name);
                    }
                }
            }
            return Map.copyOf(names);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("The engine took what is no model", e);
        }
    }
}
