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
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Cases of every kind at a stack of its own, of which one part after the other is broken and mended. */
public final class ChaosRun {

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

    private record Played(Script script, Life life) {}

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
            played.add(new Played(SCRIPTS.get(random.nextInt(SCRIPTS.size())), life(random.nextLong())));
        }
    }

    /** All faults, with people who take their time; kept in {@code target/chaos}. */
    public static ChaosReport whole(long seed, int cases) throws IOException, SQLException {
        return run(seed, cases, FaultPlan.whole(seed), new Pace(Duration.ofSeconds(12), Duration.ofMinutes(6)));
    }

    /** Some faults, with people in a hurry. */
    public static ChaosReport some(long seed, int cases) throws IOException, SQLException {
        return run(seed, cases, FaultPlan.some(seed), new Pace(Duration.ofSeconds(3), Duration.ofMinutes(5)));
    }

    private static ChaosReport run(long seed, int cases, List<Fault> plan, Pace pace)
            throws IOException, SQLException {
        Path folder = Path.of("target", "chaos").toAbsolutePath();
        try (var stack = BreakableStack.start(folder.resolve("stack"), part -> System.out.println("  ready: " + part))) {
            var end = new Thread(stack::close);
            Runtime.getRuntime().addShutdownHook(end);
            var run = new ChaosRun(seed, cases, plan, pace, stack);
            try {
                run.play();
            } finally {
                run.people.shutdownNow();
                run.eyes.close();
                Runtime.getRuntime().removeShutdownHook(end);
            }
            Files.writeString(folder.resolve("report-%d-%d.txt".formatted(seed, cases)), run.report.text());
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
        judge();
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
            Awaitility.await().pollInterval(Duration.ofSeconds(1)).atMost(pace.patience()).until(() -> played.stream()
                    .allMatch(each -> each.life().isOver()));
        } catch (ConditionTimeoutException e) {
            // Each is told where it stands.
        }
        long begin = System.nanoTime();
        try {
            Awaitility.await().pollInterval(Duration.ofSeconds(1)).atMost(TO_SETTLE).until(() -> eyes.waiting() == 0);
            report.fact("nothing waited any more after %d s".formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
        } catch (ConditionTimeoutException e) {
            report.wrong(List.of("%d messages or letters still wait".formatted(eyes.waiting())));
        }
    }

    private void judge() throws IOException, SQLException {
        var letters = Letters.read(stack.databaseUrl(), stack.mailJournal());
        var verdict = new Verdict(callers, stack, letters);
        var right = new TreeMap<Script, Long>();
        for (Played each : played) {
            var faults = verdict.on(each.script(), each.life());
            report.wrong(faults);
            if (faults.isEmpty()) {
                right.merge(each.script(), 1L, Long::sum);
            } else if (each.life().number() != null) {
                report.wrong(List.of("  " + verdict.history(each.life())));
            }
        }
        report.kinds(right, played.stream().collect(Collectors.groupingBy(Played::script, TreeMap::new, Collectors.counting())));
        report.wrong(strangers());
        report.fact("letters: %d; %d of them came more than once, with the same id".formatted(letters.count(), letters.repeated()));
        report.wrong(callers.wrong());
        Path told = Path.of("target", "chaos", "audit.txt").toAbsolutePath();
        boolean clean = stack.auditIsClean(told);
        report.fact("audit: " + (clean ? "MySQL and the engine see the same" : "see what is wrong"));
        if (!clean) {
            report.wrong(Files.readAllLines(told));
        }
        keepTraces();
    }

    private void keepTraces() throws IOException, SQLException {
        if (!report.wrong().isEmpty()) {
            Path folder = Path.of("target", "chaos", "tables").toAbsolutePath();
            Tables.keep(stack.databaseUrl(), folder);
            report.fact("what stands in the database is kept in " + folder);
        }
    }

    /** Cases that nobody opened, such as one that was opened twice. */
    private List<String> strangers() {
        var known = played.stream().map(each -> each.life().number()).collect(Collectors.toSet());
        var faults = new ArrayList<String>();
        for (int page = 0, pages = 1; page < pages; page++) {
            var answer = callers.get("/api/v1/cases?size=200&page=" + page).json();
            pages = (answer.path("total").asInt() + 199) / 200;
            answer.path("items").forEach(item -> {
                if (!known.contains(item.path("number").asText())) {
                    faults.add("a case that nobody opened: " + item);
                }
            });
        }
        return faults;
    }

    /** Arguments: {@code --seed N --cases N}. */
    public static void main(String[] arguments) throws IOException, SQLException {
        long seed = number(arguments, "--seed", System.currentTimeMillis() % 100_000);
        int cases = (int) number(arguments, "--cases", 200);
        int only = List.of(arguments).indexOf("--only");
        var report = List.of(arguments).contains("--some")
                ? some(seed, cases)
                : only < 0
                        ? whole(seed, cases)
                        : run(
                                seed,
                                cases,
                                FaultPlan.whole(seed).stream()
                                        .filter(fault -> fault.words().contains(arguments[only + 1]))
                                        .toList(),
                                new Pace(Duration.ofSeconds(3), Duration.ofMinutes(2)));
        System.out.println(report.text());
        System.exit(report.wrong().isEmpty() ? 0 : 1);
    }

    private static long number(String[] arguments, String name, long otherwise) {
        int at = List.of(arguments).indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(arguments[at + 1]);
    }
}
