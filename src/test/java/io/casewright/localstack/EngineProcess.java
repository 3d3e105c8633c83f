package io.casewright.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.engine.EngineMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;

/** The embedded engine as a process of its own; what it knows is gone when it ends, so it begins with an empty folder. */
final class EngineProcess {

    static final String NAME = "The embedded engine";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "-Dlogback.configurationFile=localstack/logback.xml");

    private EngineProcess() {}

    static ManagedProcess launch(StackSettings settings) {
        Path state = settings.data("engine");
        try {
            FileSystemUtils.deleteRecursively(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.keepEngineLogin();
        return ManagedProcess.start(
                NAME,
                settings.log("engine"),
                state.getParent(),
                Java.command(
                        JVM,
                        "-cp",
                        Java.classPath(),
                        EngineMain.class.getName(),
                        "" + settings.port(Port.ENGINE_GRPC),
                        "" + settings.port(Port.ENGINE_REST),
                        state.toString()),
                Map.of(
                        "MALLOC_ARENA_MAX",
                        "2",
                        EngineMain.USER,
                        settings.engineLogin().user(),
                        EngineMain.PASSWORD,
                        settings.engineLogin().password()));
    }

    static void awaitReady(ManagedProcess engine, StackSettings settings) {
        engine.await(
                "answers",
                Duration.ofSeconds(60),
                () -> ask(settings, "/v2/topology", HttpRequest.Builder::GET).isOk());
    }

    /** How many user tasks are open. */
    static int openTasks(StackSettings settings) {
        var answer = ask(
                settings,
                "/v2/user-tasks/search",
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"filter\": {\"state\": \"CREATED\"}}")));
        try {
            return JSON.readTree(answer.body()).path("page").path("totalItems").asInt();
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    static Http.Answer ask(StackSettings settings, String path, UnaryOperator<HttpRequest.Builder> how) {
        return Http.send(
                Http.client(),
                settings.url(Port.ENGINE_REST) + path,
                request -> how.apply(
                        request.header("Authorization", settings.engineLogin().header())));
    }
}
