package io.casewright.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Every metric that an alert or a dashboard asks for is one that the running application has. */
class MonitoringE2E {

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:casewright|camunda|http_server|jvm|hikaricp)_[a-z_]+\\b");
    private static final List<Path> WATCHERS = List.of(
            Path.of("docker", "prometheus", "alerts.yaml"),
            Path.of("docker", "grafana", "dashboards", "casewright.json"),
            Path.of("docker", "grafana", "dashboards", "promises.json"));

    @Test
    void whatIsWatchedExists() throws IOException {
        var portal = Shop.open().portal();
        portal.awaitStatus(portal.open("Watched " + UUID.randomUUID(), "minimal"), "DIAGNOSING");
        Set<String> watched = new TreeSet<>();
        for (Path watcher : WATCHERS) {
            METRIC.matcher(Files.readString(watcher)).results().forEach(found -> watched.add(found.group()));
        }
        assertThat(watched).hasSizeGreaterThan(5);
        Awaitility.await().untilAsserted(() -> {
            String present = Shop.open().metrics();
            assertThat(watched).allSatisfy(metric -> assertThat(present).containsPattern("(?m)^" + metric + "[ {]"));
        });
    }
}
