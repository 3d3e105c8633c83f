package io.casewright.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One more application beside the stack's, by the same command and environment, on ports of its own: how long a start
 * takes once nothing else starts at the same time.
 */
final class SecondApplication implements AutoCloseable {

    private final Process process;
    private final Duration readyAfter;

    private SecondApplication(Process process, Duration readyAfter) {
        this.process = process;
        this.readyAfter = readyAfter;
    }

    static SecondApplication like(long pid, Path log) throws IOException, InterruptedException {
        int port;
        int management;
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = one.getLocalPort();
            management = other.getLocalPort();
        }
        var builder = new ProcessBuilder(entries(pid, "cmdline"));
        builder.environment().clear();
        for (String entry : entries(pid, "environ")) {
            int equals = entry.indexOf('=');
            builder.environment().put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        builder.environment().put("CASEWRIGHT_APP_PORT", String.valueOf(port));
        builder.environment().put("CASEWRIGHT_MANAGEMENT_PORT", String.valueOf(management));
        long begin = System.nanoTime();
        var process = builder.redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitHealth(process, URI.create("http://127.0.0.1:" + management + "/actuator/health"));
            return new SecondApplication(process, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    Duration readyAfter() {
        return readyAfter;
    }

    long pid() {
        return process.pid();
    }

    private static List<String> entries(long pid, String file) throws IOException {
        return List.of(
                Files.readString(Path.of("/proc", String.valueOf(pid), file)).split("\0"));
    }

    private static void awaitHealth(Process process, URI health) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Nothing listens there yet.
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("The application ended with exit code " + process.exitValue());
            }
        }
        throw new IOException("The application was not ready within 90 s");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
