package io.casewright.chaos;

import io.casewright.chaos.Life.Pace;
import io.casewright.localstack.BreakableStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Cases of every kind at a stack of its own, of which one part after the other is broken and mended. */
public final class ChaosRun {

    /** Where reports are kept, and what the stack writes. */
    static final Path FOLDER = Path.of("target", "chaos").toAbsolutePath();

    private static final Duration TO_RECOVER = Duration.ofMinutes(4);
    private static final Duration TO_SETTLE = Duration.ofMinutes(3);
    private static final List<Script> SCRIPTS =
            Stream.of(Script.values()).filter(script -> script != Script.PROBE).toList();

    private final long seed;
    private final List<Fault> plan;
    private final Pace pace;
    private final BreakableStack stack;
    private final ChaosReport report;
    private final Callers callers;
    private final Eyes eyes;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Played> played = new ArrayList<>();

    private ChaosRun(long seed, int cases, List<Fault> plan, Pace pace, BreakableStack stack) {
        this.seed = seed;
        this.plan = plan;
        this.pace = pace;
        this.stack = stack;
        this.report = new ChaosReport(seed, cases);
        this.callers = new Callers(stack.applicationUrls(), Instant.now().plus(Duration.ofMinutes(60)));
        this.eyes = new Eyes(stack.databaseUrl());
        var random = new Random(seed);
        for (int nth = 0; nth < cases; nth++) {
            played.add(new Played(SCRIPTS.get(nth % SCRIPTS.size()), life(random.nextLong())));
        }
        Collections.shuffle(played, random);
    }

    /** All faults, with people who take their time; kept in {@code target/chaos}. */
    public static ChaosReport whole(long seed, int cases) throws IOException, SQLException {
        return run(seed, cases, FaultPlan.whole(seed), new Pace(Duration.ofSeconds(12), Duration.ofMinutes(6)));
    }

    /** Some faults, with people in a hurry. */
    public static ChaosReport some(long seed, int cases) throws IOException, SQLException {
        return run(seed, cases, FaultPlan.some(seed), new Pace(Duration.ofSeconds(3), Duration.ofMinutes(5)));
    }

    static ChaosReport run(long seed, int cases, List<Fault> plan, Pace pace) throws IOException, SQLException {
        try (var stack =
                BreakableStack.start(FOLDER.resolve("stack"), part -> System.out.println("  ready: " + part))) {
            var run = new ChaosRun(seed, cases, plan, pace, stack);
            try {
                run.play();
            } finally {
                run.people.shutdownNow();
                run.eyes.close();
            }
            Files.writeString(FOLDER.resolve("report-%d-%d.txt".formatted(seed, cases)), run.report.text());
            return run.report;
        }
    }

    private void play() throws IOException, SQLException {
        try (var operator = new Operator(callers)) {
            int begun = 0;
            int cases = played.size();
            for (int nth = 0; nth < plan.size(); nth++) {
                int until = cases * (nth + 1) / plan.size();
                played.subList(begun, until).forEach(each -> people.execute(() -> live(each)));
                begun = until;
                suffer(plan.get(nth));
            }
            played.subList(begun, cases).forEach(each -> people.execute(() -> live(each)));
            settle();
            report.fact("requests made again: " + callers.putOff());
            report.fact("incidents that an operator had retried: "
                    + operator.retried().size());
            operator.retried().stream().distinct().limit(10).forEach(each -> report.fact("  " + each));
        }
        new Judgement(stack, callers, report).on(played);
    }

    private void live(Played each) {
        try {
            each.script().play(each.life(), stack.microsoft());
            each.life().end();
        } catch (RuntimeException e) {
            each.life().fail(e);
        }
    }

    private void suffer(Fault fault) {
        var whyNot = fault.whyNot(stack);
        if (whyNot.isPresent()) {
            report.notRun(fault, whyNot.get());
            return;
        }
        Life.pause(pace.thinking().dividedBy(2));
        var at = report.sinceBegin();
        fault.begin(stack);
        Life.pause(fault.lasts());
        long mended = System.nanoTime();
        fault.mend(stack);
        report.fault(at, fault, goesOn() ? Duration.ofNanos(System.nanoTime() - mended) : null);
    }

    /** Whether all say that they work, and a case that comes now is soon at the Desk. */
    private boolean goesOn() {
        var probe = new Played(Script.PROBE, life(seed));
        played.add(probe);
        var asked = people.submit(() -> live(probe));
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(TO_RECOVER)
                    .until(() -> asked.isDone() && stack.isHealthy());
        } catch (ConditionTimeoutException e) {
            return false;
        }
        boolean cameToTheDesk = probe.life().isDone();
        probe.life().beginAgain();
        people.execute(() -> end(probe.life()));
        return cameToTheDesk;
    }

    private static void end(Life probe) {
        try {
            probe.withdraws();
            probe.awaitStatus(Script.PROBE.status());
            probe.end();
        } catch (RuntimeException e) {
            probe.fail(e);
        }
    }

    private Life life(long lifeSeed) {
        return new Life(callers, eyes, lifeSeed, pace);
    }

    private void settle() {
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(pace.patience())
                    .until(() -> played.stream().allMatch(each -> each.life().isOver()));
        } catch (ConditionTimeoutException e) {
            // Each is told where it stands.
        }
        long begin = System.nanoTime();
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(TO_SETTLE)
                    .until(() -> eyes.waiting() == 0);
            report.fact("nothing waited any more after %d s"
                    .formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
        } catch (ConditionTimeoutException e) {
            report.wrong(List.of("%d messages or letters still wait".formatted(eyes.waiting())));
        }
    }
}
