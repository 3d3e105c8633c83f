package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every part of what is shipped is open source; what is not is named with its licence. */
class ShippedLicencesTests {

    private static final Path LIST = Path.of("target", "classes", "META-INF", "sbom", "application.cdx.json");

    @Test
    void everyPartMayBeShipped() throws IOException {
        assertThat(LIST)
                .as("the list of parts, which ./mvnw generate-resources makes")
                .exists();
        try (var list = Files.newInputStream(LIST)) {
            var parts = ShippedPart.listedIn(list);
            assertThat(parts).hasSizeGreaterThan(100);
            assertThat(LicenceRules.findings(parts)).isEmpty();
        }
    }

    /** The two viewers are under the licence of bpmn.io, as NOTICE says; what they bring along is under others. */
    @Test
    void everyPackageOfTheViewersMayBeShipped() throws IOException {
        var packages = new ObjectMapper()
                .readTree(Path.of("package-lock.json").toFile())
                .path("packages");
        assertThat(licencesOf(packages, "bpmn-js", "@bpmn-io/form-js")).hasSizeGreaterThan(50);
        var parts = licencesOf(packages, "bpmn-js", "@bpmn-io/form-js").entrySet().stream()
                .filter(each -> !isOfBpmnIo(each.getKey(), each.getValue()))
                .map(each -> new ShippedPart("npm", each.getKey(), each.getKey(), List.of(each.getValue())))
                .toList();
        assertThat(LicenceRules.findings(parts)).isEmpty();
    }

    private static boolean isOfBpmnIo(String name, String licence) {
        return (name.equals("bpmn-js") || name.startsWith("@bpmn-io/form-js"))
                && licence.equals("SEE LICENSE IN LICENSE");
    }

    private static Map<String, String> licencesOf(JsonNode packages, String... shipped) {
        var found = new TreeMap<String, String>();
        var open = new ArrayDeque<>(List.of(shipped));
        while (!open.isEmpty()) {
            String name = open.pop();
            JsonNode entry = packages.path("node_modules/" + name);
            if (found.putIfAbsent(name, entry.path("license").asText("none")) == null) {
                entry.path("dependencies").fieldNames().forEachRemaining(open::push);
            }
        }
        return found;
    }

    @Nested
    class FindsThePlantedFault {

        @Test
        void theTestEngine() throws IOException {
            assertThat(findings(
                            "io.camunda",
                            "zeebe-workflow-engine",
                            "{\"license\": {\"name\": \"Camunda License 1.0\"}}"))
                    .hasSize(2)
                    .anyMatch(finding -> finding.contains("is under \"Camunda License 1.0\""))
                    .anyMatch(finding -> finding.contains("the engine is never shipped"));
        }

        @Test
        void aPartOfTheEngineUnderAnOpenLicence() throws IOException {
            assertThat(findings("io.camunda", "zeebe-protocol-asserts", "{\"license\": {\"id\": \"Apache-2.0\"}}"))
                    .singleElement()
                    .asString()
                    .contains("zeebe-protocol-asserts-1.jar", "is not of Camunda's client");
        }

        @Test
        void aPartThatTellsNoLicence() throws IOException {
            assertThat(findings("org.example", "thing", ""))
                    .singleElement()
                    .asString()
                    .contains("tells no licence");
        }

        @Test
        void aLicenceThatNobodyAnsweredFor() throws IOException {
            assertThat(findings("org.example", "thing", "{\"license\": {\"id\": \"SSPL-1.0\"}}"))
                    .singleElement()
                    .asString()
                    .contains("SSPL-1.0");
            assertThat(findings("org.example", "thing", "{\"expression\": \"Apache-2.0 AND BUSL-1.1\"}"))
                    .singleElement()
                    .asString()
                    .contains("BUSL-1.1");
        }

        @Test
        void aClosedLicenceBesideAnOpenOne() throws IOException {
            assertThat(findings(
                            "org.example",
                            "thing",
                            "{\"license\": {\"id\": \"MIT\"}}, {\"license\": {\"name\": \"Commercial\"}}"))
                    .singleElement()
                    .asString()
                    .contains("Commercial");
        }

        private static List<String> findings(String group, String name, String licences) throws IOException {
            String bom = """
                    {"components": [{"group": "%s", "name": "%s", "version": "1", "licenses": [%s]}]}""".formatted(group, name, licences);
            var parts = ShippedPart.listedIn(new ByteArrayInputStream(bom.getBytes(StandardCharsets.UTF_8)));
            return LicenceRules.findings(parts).stream().map(Finding::toString).toList();
        }
    }
}
