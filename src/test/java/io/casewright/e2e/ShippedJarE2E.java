package io.casewright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is shipped holds nothing that only the local start and the tests may use. */
class ShippedJarE2E {

    private static final List<String> NOT_OURS_TO_SHIP = List.of(
            "zeebe-process-test",
            "zeebe-workflow-engine",
            "zeebe-stream-platform",
            "zeebe-logstreams",
            "zeebe-db",
            "rocksdbjni",
            "greenmail",
            "wiremock",
            "spring-security-oauth2-authorization-server",
            "io/casewright/engine/",
            "io/casewright/localstack/",
            "io/casewright/simulator/",
            "io/camunda/zeebe/process/test/");

    @Test
    void holdsNoTestEngineAndNoSimulator() throws IOException {
        try (var jar = new JarFile(Path.of("target", "casewright.jar").toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries).anyMatch(entry -> entry.contains("camunda-client-java"));
            assertThat(entries).noneMatch(entry -> NOT_OURS_TO_SHIP.stream().anyMatch(entry::contains));
        }
    }
}
