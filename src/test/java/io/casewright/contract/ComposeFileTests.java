package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The compose files are such that Docker accepts them; told only where Docker's client knows compose. */
class ComposeFileTests {

    private static final Map<String, String> NEEDED = Map.of(
            "CASEWRIGHT_OIDC_ISSUER", "https://login.example",
            "CASEWRIGHT_ENGINE_PASSWORD", "any",
            "CAMUNDA_DB_PASSWORD", "any",
            "CAMUNDA_DEMO_PASSWORD", "any",
            "CAMUNDA_IMAGE", "any");

    @Test
    void areAccepted() throws Exception {
        assumeTrue(docker("compose", "version").exit == 0, "the client docker with its plugin compose is needed");
        var ours = docker("compose", "-f", "docker/compose.yaml", "config", "-q");
        assertThat(ours.exit).as(ours.output).isZero();
        var withCamunda =
                docker("compose", "-f", "docker/compose.yaml", "-f", "docker/compose.camunda.yaml", "config", "-q");
        assertThat(withCamunda.exit).as(withCamunda.output).isZero();
    }

    private record Answer(int exit, String output) {}

    private static Answer docker(String... arguments) throws InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of("docker"));
        command.addAll(java.util.List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(NEEDED);
            var process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1, output);
        } catch (IOException e) {
            return new Answer(-1, String.valueOf(e.getMessage()));
        }
    }
}
