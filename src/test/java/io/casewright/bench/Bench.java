package io.casewright.bench;

import com.sun.management.OperatingSystemMXBean;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.StackSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** {@code ./casewright bench}: starts a fresh stack of its own beside any other, measures, prints a table. */
final class Bench {

    private static final int STARTS = 3;
    private static final int WATCHED_CASES = 10;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(
                        "target",
                        "bench",
                        String.valueOf(ProcessHandle.current().pid()))
                .toAbsolutePath();
        long begin = System.nanoTime();
        try (var stack =
                LocalStack.start(StackSettings.besideOthers(home), part -> System.err.println("  ready: " + part))) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            double up = (System.nanoTime() - begin) / 1e9;
            row("measured", "value", "unit", "wanted", "was");
            row("up, warm repository, empty data", number(up), "s", "< 25", "48");
            awaitRest();
            row("everything together, resident", number(stack.residentMegabytes()), "MB", "< 1500", "");
            row(
                    "application at rest, resident",
                    number(LocalStack.residentMegabytes(stack.applicationPid())),
                    "MB",
                    "< 400",
                    "395");
            measureStart(stack, home);
            measureTask(stack);
            new LoadCurve(stack).measure();
            row(
                    "application after the load, resident",
                    number(LocalStack.residentMegabytes(stack.applicationPid())),
                    "MB",
                    "",
                    "");
        }
    }

    private static void measureStart(LocalStack stack, Path home) throws IOException, InterruptedException {
        var starts = new Latencies();
        double memory = 0;
        for (int i = 0; i < STARTS; i++) {
            awaitRest();
            try (var second = SecondApplication.like(stack.applicationPid(), home.resolve("second-application.log"))) {
                starts.add(second.readyAfter().toNanos());
                awaitRest();
                memory = Math.max(memory, LocalStack.residentMegabytes(second.pid()));
            }
        }
        row("application start to healthy, median of " + STARTS, seconds(starts, 0.5), "s", "< 8", "6.5");
        row("application start to healthy, max", seconds(starts, 1), "s", "", "");
        row("application started, at rest, resident, max", number(memory), "MB", "< 400", "395");
    }

    /** What was started goes on working for a while after it is ready: it compiles its code and reads what it learns from. */
    private static void awaitRest() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Awaitility.await("the machine is at rest")
                .pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofMinutes(3))
                .until(() -> machine.getCpuLoad() < 0.15);
    }

    private static void measureTask(LocalStack stack) {
        var client = new CaseClient(stack.applicationUrl());
        var latencies = new Latencies();
        for (int i = 0; i < WATCHED_CASES; i++) {
            long begin = System.nanoTime();
            String caseNumber = CaseClient.number(client.open().join().body());
            if (awaitTask(stack, caseNumber)) {
                latencies.add(System.nanoTime() - begin);
            } else {
                latencies.addError();
            }
        }
        row("POST to task at the Desk, median of " + latencies.count(), seconds(latencies, 0.5), "s", "< 1", "5");
        row("POST to task at the Desk, max", seconds(latencies, 1), "s", "", "");
        row("POST to task at the Desk, not within 60 s", String.valueOf(latencies.errors()), "cases", "0", "");
    }

    private static boolean awaitTask(LocalStack stack, String caseNumber) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> stack.hasOpenTask(caseNumber));
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private static String seconds(Latencies latencies, double share) {
        return number(latencies.percentile(share) / 1e3);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void row(String what, String value, String unit, String wanted, String was) {
        System.out.printf("%-46s %10s  %-6s %-8s %s%n", what, value, unit, wanted, was);
    }
}
