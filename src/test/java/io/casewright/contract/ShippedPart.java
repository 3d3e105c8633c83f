package io.casewright.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A part of the packaged application, as its list of parts (CycloneDX) tells it.
 *
 * @param file its name in the jar
 * @param licences all that it names, by identifiers of SPDX where it has one
 */
record ShippedPart(String group, String name, String file, List<String> licences) {

    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    static List<ShippedPart> listedIn(InputStream bom) throws IOException {
        return each(new ObjectMapper().readTree(bom).path("components"))
                .map(ShippedPart::of)
                .toList();
    }

    private static ShippedPart of(JsonNode component) {
        String name = component.path("name").asText();
        var classifier = CLASSIFIER.matcher(component.path("purl").asText());
        String file = name + "-" + component.path("version").asText()
                + (classifier.find() ? "-" + classifier.group(1) : "") + ".jar";
        return new ShippedPart(
                component.path("group").asText(),
                name,
                file,
                each(component.path("licenses")).map(ShippedPart::licence).toList());
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return choice.path("expression")
                .asText(licence.path("id").asText(licence.path("name").asText("")));
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
