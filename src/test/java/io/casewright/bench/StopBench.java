package io.casewright.bench;

import io.casewright.localstack.LocalStack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine stands still for a minute while cases come, some of them critical, and customers write about earlier ones:
 * whether all are taken in as before, what leaves first when the engine goes on, and when it is at full pace again.
 */
final class StopBench {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final int PER_SECOND = 9;
    private static final int WRITTEN_ABOUT = 40;
    /** So 500 of the 540 requests of a minute are cases. */
    private static final int EVERY_SO_MANY = 27;

    private static final Duration BEFORE = Duration.ofSeconds(20);
    private static final int BURST = 100;
    private static final double FULL = 0.8;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LocalStack stack;
    private final CaseClient client;

    StopBench(LocalStack stack) {
        this.stack = stack;
        this.client = new CaseClient(stack.applicationUrl());
    }

    void measure() throws IOException, InterruptedException {
        var before = OpenLoop.run(i -> client.open(), PER_SECOND, BEFORE);
        awaitAtDesk(before.opened().keySet());
        double fullPace = burstPace();
        var writtenAbout =
                before.opened().keySet().stream().limit(WRITTEN_ABOUT).toList();
        try (var source = Database.of(stack)) {
            var database = new JdbcTemplate(source);
            signal("STOP");
            OpenLoop.Run during;
            Departures departures;
            Instant onward;
            try {
                during = OpenLoop.run(i -> request(i, writtenAbout), PER_SECOND, STOP);
                departures = Departures.of(database);
            } finally {
                signal("CONT");
                onward = Instant.now();
            }
            departures.follow(PATIENCE);
            var opened = during.opened();
            writtenAbout.forEach(opened::remove);
            awaitAtDesk(opened.keySet());
            report(before, during, departures, stack.firstTasks(opened.keySet()).values(), onward, fullPace);
        }
    }

    private CompletableFuture<HttpResponse<String>> request(int i, List<String> writtenAbout) {
        int turn = i % EVERY_SO_MANY;
        if (turn == 5 || turn == 18) {
            return client.write(writtenAbout.get(i / EVERY_SO_MANY * 2 + turn / 18));
        }
        return turn % 10 == 9 ? client.openCritical() : client.open();
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(stack.enginePid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("The engine could not be sent SIG" + name);
        }
    }

    /** Cases a second that come to the Desk when many wait; without the first and the last, between which is full work. */
    private double burstPace() {
        var burst = OpenLoop.run(i -> client.open(), BURST, Duration.ofSeconds(1));
        awaitAtDesk(burst.opened().keySet());
        var moments = stack.firstTasks(burst.opened().keySet()).values().stream()
                .sorted()
                .toList();
        int edge = moments.size() / 10;
        var time = Duration.between(moments.get(edge), moments.get(moments.size() - 1 - edge));
        return (moments.size() - 1 - 2 * edge) * 1e3 / time.toMillis();
    }

    private void awaitAtDesk(Collection<String> numbers) {
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .until(() -> stack.firstTasks(numbers).size() == numbers.size());
        } catch (ConditionTimeoutException e) {
            // They are told as lost.
        }
    }

    /** The first second in which nearly as many cases come to the Desk as when nothing was amiss; NaN when there is none. */
    private static double secondOfFullPace(Collection<Instant> atDesk, Instant onward, double fullPace) {
        return atDesk.stream()
                .collect(Collectors.groupingBy(
                        moment -> Duration.between(onward, moment).toSeconds(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(second -> second.getValue() >= FULL * fullPace)
                .mapToDouble(second -> second.getKey() + 1)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void report(
            OpenLoop.Run before,
            OpenLoop.Run during,
            Departures departures,
            Collection<Instant> atDesk,
            Instant onward,
            double fullPace) {
        int lost = during.latencies().errors() + during.opened().size() - atDesk.size() + departures.leftBehind();
        Report.heading("Engine stopped for %d s; \"was\" is with it".formatted(STOP.toSeconds()));
        for (double share : new double[] {0.5, 0.95, 0.99}) {
            Report.figure(
                    "POST, p%.0f".formatted(share * 100),
                    during.latencies().percentile(share),
                    "ms",
                    "as was",
                    before.latencies().percentile(share));
        }
        Report.figure("cases that came meanwhile", during.opened().size(), "");
        Report.figure("messages that waited for the engine", departures.count(), "");
        Report.figure("urgent among them: critical cases, customers' words", departures.urgent(), "");
        Report.figure("urgent ones among as many that left first", departures.urgentFirst() * 100, "%", ">= 90");
        Report.figure("mean place of the urgent in the order of leaving", departures.meanPlaceOfUrgent(), "");
        Report.figure("full pace, as of %.0f at once".formatted((double) BURST), fullPace, "1/s");
        Report.figure(
                "until %.0f %% of the full pace again".formatted(FULL * 100),
                secondOfFullPace(atDesk, onward, fullPace),
                "s",
                "<= 10");
        Report.figure(
                "until all are at the Desk",
                Duration.between(onward, Collections.max(atDesk)).toMillis() / 1e3,
                "s");
        Report.figure("requests refused, cases or messages lost", lost, "", "0");
    }
}
