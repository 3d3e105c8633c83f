package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** How soon cases are at the Desk that come at growing rates, beginning with more and more that are open already. */
final class LoadCurve {

    private static final List<Integer> OPEN = List.of(0, 300, 1_000);
    private static final List<Integer> RATES = List.of(5, 10, 15, 20);
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FILLING_RATE = 20;

    private final LocalStack stack;
    private final CaseClient client;

    LoadCurve(LocalStack stack) {
        this.stack = stack;
        this.client = new CaseClient(stack.applicationUrl());
    }

    void measure() {
        System.out.printf(
                "%n%6s %6s %6s  %25s  %25s%n",
                "open", "rate/s", "lost", "POST ms p50 / p95 / p99", "to the Desk s p50 / p95 / max");
        int open = 0;
        for (int wanted : OPEN) {
            open += fill(wanted - open);
            for (int rate : RATES) {
                measure(wanted, rate);
            }
        }
    }

    private int fill(int missing) {
        if (missing > 0) {
            var filling = OpenLoop.run(i -> client.open(), FILLING_RATE, Duration.ofSeconds(missing / FILLING_RATE));
            awaitAtDesk(filling.opened());
        }
        return missing;
    }

    private void measure(int open, int rate) {
        var run = OpenLoop.run(i -> client.open(), rate, LENGTH);
        Map<String, Instant> atDesk = awaitAtDesk(run.opened());
        var lags = new Latencies();
        atDesk.forEach((number, since) ->
                lags.add(Duration.between(run.opened().get(number), since).toNanos()));
        System.out.printf(
                Locale.ROOT,
                "%6d %6d %6d  %7.1f / %6.1f / %6.1f  %9.2f / %5.2f / %5.2f%n",
                open,
                rate,
                run.latencies().errors() + run.opened().size() - atDesk.size(),
                run.latencies().percentile(0.5),
                run.latencies().percentile(0.95),
                run.latencies().percentile(0.99),
                lags.percentile(0.5) / 1e3,
                lags.percentile(0.95) / 1e3,
                lags.percentile(1) / 1e3);
        withdraw(run.opened().keySet());
    }

    /** When each had its first task; those that have none in time are left out. */
    private Map<String, Instant> awaitAtDesk(Map<String, Instant> opened) {
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .until(() -> stack.firstTasks(opened.keySet()).size() == opened.size());
        } catch (ConditionTimeoutException e) {
            // They are told as lost.
        }
        return stack.firstTasks(opened.keySet());
    }

    private void withdraw(Iterable<String> numbers) {
        var answers = new ArrayList<CompletableFuture<?>>();
        numbers.forEach(number -> answers.add(client.withdraw(number)));
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        Awaitility.await("withdrawn cases have no task")
                .pollInterval(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> stack.openTasks(numbers) == 0);
    }
}
