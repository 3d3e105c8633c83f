package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** How soon one case, while nothing else goes on, is at the Desk. */
final class TaskBench {

    private static final int CASES = 10;

    private final LocalStack stack;

    TaskBench(LocalStack stack) {
        this.stack = stack;
    }

    void measure() {
        var client = new CaseClient(stack.applicationUrl());
        var latencies = new Latencies();
        for (int i = 0; i < CASES; i++) {
            long begin = System.nanoTime();
            String caseNumber = CaseClient.number(client.open().join().body());
            if (awaitTask(caseNumber)) {
                latencies.add(System.nanoTime() - begin);
            } else {
                latencies.addError();
            }
        }
        Report.heading("One case at a time");
        Report.figure(
                "POST to task at the Desk, median of " + latencies.count(),
                latencies.percentile(0.5) / 1e3,
                "s",
                "< 1",
                5);
        Report.figure("POST to task at the Desk, max", latencies.percentile(1) / 1e3, "s");
        Report.figure("POST to task at the Desk, not within 60 s", latencies.errors(), "cases", "0");
    }

    private boolean awaitTask(String caseNumber) {
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
}
