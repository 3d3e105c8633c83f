package io.casewright.servicehealth;

import io.casewright.microsoft.MicrosoftJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;

/** The story's published issues, and settings, for the tests of this package. */
final class Health {

    private Health() {}

    static List<ServiceIssue> story() {
        try {
            return read(Files.readString(Path.of("src/test/resources/story/service-health.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issues of an answer of Graph's. */
    static List<ServiceIssue> read(String answer) throws IOException {
        var page = MicrosoftJson.mapper().readValue(answer, HealthWire.Issues.class);
        return Objects.requireNonNull(page.value()).stream()
                .filter(Objects::nonNull)
                .flatMap(issue -> IssueReader.issue(issue).stream())
                .toList();
    }

    /** Each question goes to Microsoft, and all is read anew once a day. */
    static ServiceHealthSettings settings(boolean partnerWide) {
        return settings(partnerWide, Duration.ZERO, 0);
    }

    static ServiceHealthSettings settings(boolean partnerWide, Duration readEvery, int linkFrom) {
        return new ServiceHealthSettings(
                partnerWide,
                readEvery,
                Duration.ofDays(1),
                new ClassPathResource("servicehealth/services.yaml"),
                65,
                linkFrom);
    }
}
