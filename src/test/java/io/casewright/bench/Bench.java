package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import io.casewright.localstack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./casewright bench}: starts a fresh stack of its own beside any other, measures, prints tables. Arguments are the
 * names of parts; without any, all are measured.
 */
final class Bench {

    private static final String MANY_CASES = "cases";
    /** As a server for a million cases would have. */
    private static final String FOR_MANY_CASES = "4G";

    /** In the order in which they disturb each other least: what fills the tables comes last. */
    private static final List<String> PARTS =
            List.of("start", "access", "task", "load", "workers", "stop", "audit", "desk", "promises", MANY_CASES);

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var parts = new ArrayList<>(arguments.length == 0 ? PARTS : List.of(arguments));
        // Needs no stack and has a program of its own.
        parts.remove("polls");
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("The parts are polls, " + String.join(", ", PARTS));
        }
        Path home = Path.of(
                        "target",
                        "bench",
                        String.valueOf(ProcessHandle.current().pid()))
                .toAbsolutePath();
        var settings = StackSettings.besideOthers(home);
        if (parts.contains(MANY_CASES)) {
            settings.databaseMemory(FOR_MANY_CASES);
        }
        long begin = System.nanoTime();
        try (var stack = LocalStack.start(settings, part -> System.err.println("  ready: " + part))) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            var up = Duration.ofNanos(System.nanoTime() - begin);
            for (String part : PARTS) {
                if (parts.contains(part)) {
                    measure(part, stack, up, home);
                }
            }
        }
        // The applications that were measured in here leave threads behind.
        System.exit(0);
    }

    private static void measure(String part, LocalStack stack, Duration up, Path home)
            throws IOException, InterruptedException {
        switch (part) {
            case "start" -> new StartBench(stack, up, home).measure();
            case "access" -> new AccessBench(stack).measure();
            case "task" -> new TaskBench(stack).measure();
            case "load" -> new LoadCurve(stack).measure();
            case "workers" -> new WorkersBench(stack).measure();
            case "stop" -> new StopBench(stack).measure();
            case "audit" -> new AuditBench(stack, home).measure();
            case "desk" -> new DeskBench(stack).measure();
            case "promises" -> new PromisesBench(stack).measure();
            default -> new ManyCasesBench(stack).measure();
        }
    }
}
