package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.casewright.engine.LocalEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an engine that cannot be worked with. */
class EngineCheckTests {

    private static final URI NOTHING_THERE = URI.create("http://127.0.0.1:1");

    private HttpServer server;
    private URI address;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anEngineThatCanBeWorkedWithIsTaken(@TempDir Path folder) {
        try (var engine = LocalEngine.start(folder.resolve("state"), record -> {})) {
            assertThatCode(() -> check(URI.create(engine.restAddress()), URI.create(engine.grpcAddress())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void oneThatIsTooOldIsNamedWithItsVersion() {
        answer(200, topology("8.7.12"));
        assertThat(problem(address)).contains(address.toString(), "is version 8.7.12", "needs 8.8 or later");
    }

    @Test
    void aLoginThatIsNotTakenIsToldWithTheSettings() {
        answer(401, "");
        assertThat(problem(address)).contains("does not take our login", "CASEWRIGHT_ENGINE_AUTH");
    }

    @Test
    void aLoginWithoutRightsIsTold() {
        answer(403, "");
        assertThat(problem(address)).contains("lets it do nothing", "rights");
    }

    @Test
    void somethingElseThatAnswersThereIsNoCamunda() {
        answer(404, "<html>Not found</html>");
        assertThat(problem(address)).contains("is not Camunda's REST interface", "CASEWRIGHT_ENGINE_REST");
    }

    @Test
    void nothingThereIsTold() {
        assertThat(problem(NOTHING_THERE)).contains("Nothing that is Camunda answers at " + NOTHING_THERE);
    }

    @Test
    void theOtherDoorIsLookedAtToo() {
        answer(200, topology("8.9.3"));
        assertThat(problem(address)).contains(NOTHING_THERE.toString(), "CASEWRIGHT_ENGINE_GRPC");
    }

    private String problem(URI rest) {
        return catchThrowable(() -> check(rest, NOTHING_THERE)).getMessage();
    }

    private static void check(URI rest, URI grpc) {
        try (var client = CamundaClient.newClientBuilder()
                .restAddress(rest)
                .grpcAddress(grpc)
                .preferRestOverGrpc(false)
                .build()) {
            new EngineCheck(client, rest, grpc).requireUsable();
        }
    }

    private void answer(int status, String body) {
        server.createContext("/v2/topology", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String topology(String version) {
        return """
                {"brokers": [], "clusterSize": 1, "partitionsCount": 1, "replicationFactor": 1, "gatewayVersion": "%s",
                 "lastCompletedChangeId": "0"}""".formatted(version);
    }
}
