package io.casewright.localstack;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The process engine: broker and gateway in one process, exporting to the search store. */
final class ZeebeBroker {

    static final String CLOCK_CONTROLLED = "ZEEBE_CLOCK_CONTROLLED";

    private ZeebeBroker() {}

    static ManagedProcess launch(StackSettings settings) {
        Path data = settings.data("zeebe");
        var environment = CamundaEnvironment.of(settings, "-Xms256m -Xmx768m -XX:+UseSerialGC");
        environment.put("SPRING_PROFILES_ACTIVE", "broker");
        environment.put("SERVER_PORT", "" + settings.port(Port.ZEEBE_REST));
        environment.put("MANAGEMENT_SERVER_PORT", "" + settings.port(Port.ZEEBE_MANAGEMENT));
        environment.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", "" + settings.port(Port.ZEEBE_COMMAND));
        environment.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", "" + settings.port(Port.ZEEBE_INTERNAL));
        environment.put("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", "127.0.0.1:" + settings.port(Port.ZEEBE_INTERNAL));
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", "" + settings.port(Port.ZEEBE_GRPC));
        environment.put("ZEEBE_BROKER_DATA_DIRECTORY", data.toString());
        environment.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "200MB");
        environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "100MB");
        environment.put(
                "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_CLASSNAME",
                "io.camunda.zeebe.exporter.opensearch.OpensearchExporter");
        environment.put("ZEEBE_BROKER_EXPORTERS_OPENSEARCH_ARGS_URL", settings.url(Port.OPENSEARCH));
        environment.put("ZEEBE_BROKER_EXPORTERS_OPENSEARCH_ARGS_INDEX_PREFIX", "zeebe-record");
        environment.put("ZEEBE_BROKER_EXPORTERS_OPENSEARCH_ARGS_INDEX_NUMBEROFREPLICAS", "0");
        // Full batches are written at once, others after a second at most: bulk size 1 would cost a request per record.
        environment.put("ZEEBE_BROKER_EXPORTERS_OPENSEARCH_ARGS_BULK_SIZE", "200");
        environment.put("ZEEBE_BROKER_EXPORTERS_OPENSEARCH_ARGS_BULK_DELAY", "1");
        environment.put("CAMUNDA_REST_QUERY_ENABLED", "true");
        environment.put(CLOCK_CONTROLLED, settings.setting(CLOCK_CONTROLLED, "false"));
        return ManagedProcess.startInBackground(
                10,
                "Zeebe",
                settings.log("zeebe"),
                data,
                List.of(settings.dist("camunda-zeebe-8.6.0")
                        .resolve("bin/broker")
                        .toString()),
                environment);
    }

    /** For the engine it is this time until its clock goes on. */
    static void stopClock(StackSettings settings, Instant at) {
        clock(
                settings,
                "/pin",
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"epochMilli\": %d}".formatted(at.toEpochMilli()))));
    }

    static void startClock(StackSettings settings) {
        clock(settings, "", HttpRequest.Builder::DELETE);
    }

    private static void clock(StackSettings settings, String what, UnaryOperator<HttpRequest.Builder> how) {
        var answer = Http.send(Http.client(), settings.url(Port.ZEEBE_MANAGEMENT) + "/actuator/clock" + what, how);
        if (!answer.isOk()) {
            throw new StackProblem("The engine's clock does not obey: " + answer);
        }
    }

    static void awaitReady(ManagedProcess broker, StackSettings settings) {
        broker.await("leads a healthy partition", Duration.ofSeconds(120), () -> {
            var topology = Http.get(settings.url(Port.ZEEBE_REST) + "/v2/topology");
            return topology.body().contains("\"leader\"") && topology.body().contains("\"healthy\"");
        });
    }
}
