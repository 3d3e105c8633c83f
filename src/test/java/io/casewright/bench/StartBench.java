package io.casewright.bench;

import com.sun.management.OperatingSystemMXBean;
import io.casewright.localstack.LocalStack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** How long starts take, and how much memory is used at rest. */
final class StartBench {

    private static final int STARTS = 3;

    private final LocalStack stack;
    private final Duration up;
    private final Path home;

    /** @param up how long the stack took to start */
    StartBench(LocalStack stack, Duration up, Path home) {
        this.stack = stack;
        this.up = up;
        this.home = home;
    }

    void measure() throws IOException, InterruptedException {
        Report.heading("Start and memory");
        Report.figure("up, warm repository, empty data", up.toMillis() / 1e3, "s", "< 25", 48);
        awaitRest();
        Report.figure("everything together, resident", stack.residentMegabytes(), "MB", "< 1500");
        Report.figure(
                "application at rest, resident",
                LocalStack.residentMegabytes(stack.applicationPid()),
                "MB",
                "< 400",
                395);
        measureStart();
    }

    private void measureStart() throws IOException, InterruptedException {
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
        Report.figure(
                "application start to healthy, median of " + STARTS, starts.percentile(0.5) / 1e3, "s", "< 8", 6.5);
        Report.figure("application start to healthy, max", starts.percentile(1) / 1e3, "s");
        Report.figure("application started, at rest, resident, max", memory, "MB", "< 400", 395);
    }

    /** What was started goes on working for a while after it is ready: it compiles its code and reads what it learns from. */
    private static void awaitRest() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Awaitility.await("the machine is at rest")
                .pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofMinutes(3))
                .until(() -> machine.getCpuLoad() < 0.15);
    }
}
