package io.casewright.platform.time;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The times and limits that process owners decide, from the table that is deployed with the models. What the configuration says of the
 * same name goes before it.
 */
public class TimingTable implements EnvironmentPostProcessor {

    static final String FILE = "bpmn/timing.dmn";

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try (InputStream table = new ClassPathResource(FILE).getInputStream()) {
            environment.getPropertySources().addLast(new MapPropertySource(FILE, read(table)));
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The values by the names of their settings. */
    static Map<String, Object> read(InputStream table) throws IOException {
        var rows = new LinkedHashMap<String, Object>();
        try {
            var parsers = DocumentBuilderFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var rules = parsers.newDocumentBuilder().parse(table).getElementsByTagNameNS(DMN, "rule");
            for (int i = 0; i < rules.getLength(); i++) {
                var rule = (Element) rules.item(i);
                rows.put(entry(rule, "inputEntry"), entry(rule, "outputEntry"));
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
        return rows;
    }

    private static String entry(Element rule, String kind) {
        String text = rule.getElementsByTagNameNS(DMN, kind).item(0).getTextContent();
        return text.strip().replaceAll("^\"|\"$", "");
    }
}
