package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The compose file is one that Docker accepts; told only where Docker's client knows compose. */
class ComposeFileTests {

    @Test
    void isAccepted() throws Exception {
        assumeTrue(docker("compose", "version").exit == 0, "the client docker with its plugin compose is needed");
        var answer = docker("compose", "-f", "docker/compose.yaml", "config", "-q");
        assertThat(answer.exit).as(answer.output).isZero();
    }

    private record Answer(int exit, String output) {}

    private static Answer docker(String... arguments) throws InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of("docker"));
        command.addAll(java.util.List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1, output);
        } catch (IOException e) {
            return new Answer(-1, String.valueOf(e.getMessage()));
        }
    }
}
