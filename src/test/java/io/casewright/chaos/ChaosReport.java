package io.casewright.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was done when, what came of it, and how to play it again. */
public final class ChaosReport {

    private final long seed;
    private final int cases;
    private final long begin = System.nanoTime();
    private final List<String> faults = new ArrayList<>();
    private final List<String> notRun = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    ChaosReport(long seed, int cases) {
        this.seed = seed;
        this.cases = cases;
    }

    /** @param recovered null when it did not come back in time */
    void fault(Duration at, Fault fault, Duration recovered) {
        String line = String.format(
                Locale.ROOT,
                "  %3d:%02d  %-58s %3d s   %s",
                at.toMinutes(),
                at.toSecondsPart(),
                fault.words(),
                fault.lasts().toSeconds(),
                recovered == null ? "NOT in time" : String.format(Locale.ROOT, "%.1f s", recovered.toMillis() / 1e3));
        faults.add(line);
        System.out.println(line);
        if (recovered == null) {
            wrong.add("work did not go on after: " + fault.words());
        }
    }

    void notRun(Fault fault, String why) {
        notRun.add("  %s: %s".formatted(fault.words(), why));
    }

    void fact(String fact) {
        facts.add("  " + fact);
    }

    void kinds(Map<Script, Long> right, Map<Script, Long> all) {
        all.forEach((script, count) ->
                fact("%-20s %3d of %3d as the script says".formatted(script, right.getOrDefault(script, 0L), count)));
    }

    void wrong(List<String> more) {
        wrong.addAll(more);
    }

    /** How long the run takes by now. */
    Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** All that is not as it should be; empty after a good run. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** All of it, for people. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add("Fault run: seed %d, %d cases, two applications, %d s"
                .formatted(seed, cases, sinceBegin().toSeconds()));
        lines.add("");
        lines.add(
                "  when    what                                                       for     a new case at the Desk after");
        lines.addAll(faults);
        lines.add("");
        lines.add(notRun.isEmpty() ? "All faults of the plan were tried." : "Not run:");
        lines.addAll(notRun);
        lines.add("");
        lines.addAll(facts);
        lines.add("");
        lines.add(wrong.isEmpty() ? "Nothing was lost, nothing happened twice." : wrong.size() + " wrong:");
        wrong.forEach(each -> lines.add("  " + each));
        lines.add("");
        lines.add("Play it again: ./casewright chaos --seed %d --cases %d".formatted(seed, cases));
        return String.join(System.lineSeparator(), lines);
    }
}
