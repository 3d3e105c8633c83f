package io.casewright.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A part of the stack as a process of its own, with its output in a log file. */
final class ManagedProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SHOWN_LOG_LINES = 20;

    private final String name;
    private final Path log;
    private final Process process;
    private volatile boolean stopping;

    private ManagedProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static ManagedProcess start(
            String name, Path log, Path folder, List<String> command, Map<String, String> environment) {
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ManagedProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the condition holds; fails at once when the process ends, and with its log when time runs out. */
    void await(String what, Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (endsWithin(Duration.ofMillis(200))) {
                throw new StackProblem(obituary());
            }
            if (System.nanoTime() > deadline) {
                throw new StackProblem("%s did not get as far as \"%s\" within %d s. The end of its log, %s:%n%s"
                        .formatted(name, what, atMost.toSeconds(), log, lastLines()));
            }
        }
    }

    int awaitEnd(Duration atMost) {
        if (!endsWithin(atMost)) {
            close();
            throw new StackProblem("%s did not end within %d s:%n%s".formatted(name, atMost.toSeconds(), lastLines()));
        }
        return process.exitValue();
    }

    /** Ends it as the operating system would: it is told nothing and tidies nothing up. */
    void kill() {
        stopping = true;
        process.destroyForcibly();
        if (!endsWithin(PATIENCE)) {
            throw new StackProblem(name + " cannot be killed");
        }
    }

    /** It stands still, with all its connections, until it is told to go on. */
    void standStill() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    boolean isRunning() {
        return process.isAlive();
    }

    private void signal(String signal) {
        var sent = start(
                name + " (" + signal + ")",
                log.resolveSibling("signals.log"),
                log.getParent(),
                List.of("kill", "-" + signal, String.valueOf(pid())),
                Map.of());
        if (sent.awaitEnd(PATIENCE) != 0) {
            throw new StackProblem("%s could not be sent SIG%s".formatted(name, signal));
        }
    }

    /** Calls back when the process ends although nobody asked it to. */
    void onDeath(Consumer<String> callback) {
        process.onExit().thenRun(() -> {
            if (!stopping) {
                callback.accept(obituary());
            }
        });
    }

    void announceStop() {
        stopping = true;
    }

    @Override
    public void close() {
        stopping = true;
        var descendants = process.descendants().toList();
        process.destroy();
        if (!endsWithin(PATIENCE)) {
            process.destroyForcibly();
            endsWithin(PATIENCE);
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted while waiting for " + name);
        }
    }

    private String obituary() {
        return "%s ended with exit code %d. The end of its log, %s:%n%s"
                .formatted(name, process.exitValue(), log, lastLines());
    }

    private String lastLines() {
        try {
            var lines =
                    Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()).stream()
                    .map(line -> "  | " + line)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException e) {
            return "  (the log cannot be read: " + e.getMessage() + ")";
        }
    }
}
