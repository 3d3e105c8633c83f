package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The packaged application says itself what is in it, and under which licences. */
class ShippedPartsE2E {

    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void everyLibraryIsListedAndMayBeShipped() throws IOException {
        try (var jar = jar()) {
            var parts = ShippedPart.listedIn(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")));
            List<String> libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    // Added by Spring Boot when it packages.
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools"))
                    .toList();
            assertThat(parts).extracting(ShippedPart::file).containsAll(libraries);
            assertThat(LicenceRules.findings(parts)).isEmpty();
        }
    }

    @Test
    void carriesItsLicenceAndNotices() throws IOException {
        try (var jar = jar()) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "BOOT-INF/classes/static/vendor/form-js/LICENSE",
                            "BOOT-INF/classes/static/vendor/bpmn-js/LICENSE");
        }
    }

    private static JarFile jar() throws IOException {
        return new JarFile(Path.of("target", "casewright.jar").toFile());
    }
}
