package io.casewright.chaos;

import io.casewright.localstack.BreakableStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of all cases once everything is quiet, told to the report. */
final class Judgement {

    private final BreakableStack stack;
    private final Callers callers;
    private final ChaosReport report;

    Judgement(BreakableStack stack, Callers callers, ChaosReport report) {
        this.stack = stack;
        this.callers = callers;
        this.report = report;
    }

    void on(List<Played> played) throws IOException, SQLException {
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
        report.kinds(
                right,
                played.stream().collect(Collectors.groupingBy(Played::script, TreeMap::new, Collectors.counting())));
        report.wrong(strangers(played));
        report.fact("letters: %d; %d of them came more than once, with the same id"
                .formatted(letters.count(), letters.repeated()));
        report.wrong(callers.wrong());
        Path told = ChaosRun.FOLDER.resolve("audit.txt");
        boolean clean = stack.auditIsClean(told);
        report.fact("audit: " + (clean ? "MySQL and the engine see the same" : "see what is wrong"));
        if (!clean) {
            report.wrong(Files.readAllLines(told));
        }
        keepTraces();
    }

    private void keepTraces() throws IOException, SQLException {
        if (!report.wrong().isEmpty()) {
            Path folder = ChaosRun.FOLDER.resolve("tables");
            Tables.keep(stack.databaseUrl(), folder);
            report.fact("what stands in the database is kept in " + folder);
        }
    }

    /** Cases that nobody opened, such as one that was opened twice. */
    private List<String> strangers(List<Played> played) {
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
}
