package io.casewright.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The search store behind Operate and Tasklist. */
final class OpenSearchNode {

    private OpenSearchNode() {}

    static ManagedProcess launch(StackSettings settings) {
        Path dist = settings.dist("opensearch");
        Path data = settings.data("opensearch");
        return ManagedProcess.startInBackground(
                15,
                "OpenSearch",
                settings.log("opensearch"),
                data,
                Java.command(
                        List.of(
                                "-Xms256m",
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                dist.resolve("classes") + ":" + dist.resolve("lib") + "/*"),
                        "io.casewright.localstack.opensearch.LocalOpenSearch",
                        data.toString(),
                        String.valueOf(settings.port(Port.OPENSEARCH)),
                        String.valueOf(settings.port(Port.OPENSEARCH_TRANSPORT))),
                Map.of());
    }

    static void awaitReady(ManagedProcess node, StackSettings settings) {
        node.await("is healthy", Duration.ofSeconds(90), () -> {
            var health = Http.get(settings.url(Port.OPENSEARCH) + "/_cluster/health");
            return health.isOk() && !health.body().contains("\"red\"");
        });
    }
}
