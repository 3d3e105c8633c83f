package io.casewright.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A file of decisions; the first one is the one that processes call. */
record Decision(String file, Document dmn) {

    static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String DIAGRAM = "https://www.omg.org/spec/DMN/20191111/DMNDI/";

    static Decision read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.getFileName().toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Decision read(String name, InputStream content) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Decision(name, factory.newDocumentBuilder().parse(content));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Cannot read " + name, e);
        }
    }

    List<String> ids() {
        return all(MODEL, "decision").stream()
                .map(decision -> decision.getAttribute("id"))
                .toList();
    }

    List<Element> all(String namespace, String name) {
        var found = dmn.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }
}
