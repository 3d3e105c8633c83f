package io.casewright.report.pages;

import io.casewright.minutes.application.ReadMinutes;
import io.casewright.minutes.domain.Owner;
import io.casewright.platform.pages.Moments;
import io.casewright.platform.pages.Texts;
import io.casewright.report.application.ReadReports;
import io.casewright.report.domain.Dimension;
import io.casewright.report.domain.Figures;
import io.casewright.report.domain.Report;
import io.casewright.report.pages.ReportPage.Cell;
import io.casewright.report.pages.ReportPage.Choice;
import io.casewright.report.pages.ReportPage.Only;
import io.casewright.report.pages.ReportPage.Row;
import io.casewright.report.pages.ReportPage.Tab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows reports in words. */
@Component
class ReportPages {

    static final String HOME = "/desk/reports";
    static final String MINUTES = "minutes";
    static final String STANDING = "standing";

    private final ReadReports readReports;
    private final ReadMinutes readMinutes;
    private final StandingPages standing;
    private final Moments moments;
    private final Texts texts;

    ReportPages(
            ReadReports readReports, ReadMinutes readMinutes, StandingPages standing, Moments moments, Texts texts) {
        this.readReports = readReports;
        this.readMinutes = readMinutes;
        this.standing = standing;
        this.moments = moments;
        this.texts = texts;
    }

    ReportPage of(Report report, ReportAddress address) {
        var figures = readReports.of(report, address.question());
        return page(
                report.word(),
                address,
                texts.of(address.by()),
                columnsOf(report),
                figures.rows().stream().map(row -> row(figures, row, address)).toList(),
                figures.rows().isEmpty() ? null : row(figures, figures.sum(), address));
    }

    /** Hours, of which each customer's rows add up. */
    ReportPage ofMinutes(ReportAddress address) {
        var period = readMinutes.between(
                address.days().from(), address.days().to(), address.only().get(Dimension.CUSTOMER));
        var columns =
                new ArrayList<>(Arrays.stream(Owner.values()).map(texts::of).toList());
        columns.add(texts.of("report.all"));
        return page(
                MINUTES,
                address,
                texts.of(Dimension.CUSTOMER),
                columns,
                period.byCustomer().entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList(),
                period.all().cases() == 0 ? null : row(texts.of("report.all"), period.all()));
    }

    ReportPage ofStanding(ReportAddress address) {
        var shown = standing.of(address);
        return page(STANDING, address, shown.part(), shown.columns(), shown.rows(), shown.thresholds());
    }

    private Row row(String part, ReadMinutes.Sum sum) {
        var cells = new ArrayList<Cell>();
        for (var owner : Owner.values()) {
            cells.add(new Cell(hours(sum.seconds().getOrDefault(owner, 0L)), null));
        }
        cells.add(new Cell(hours(sum.total()), null));
        return new Row(part, cells);
    }

    private static String hours(long seconds) {
        return String.format(LocaleContextHolder.getLocale(), "%.1f", seconds / 3600.0);
    }

    private ReportPage page(
            String word, ReportAddress address, String part, List<String> columns, List<Row> rows, @Nullable Row sum) {
        return new ReportPage(
                texts.of("report.name." + word),
                texts.of("report.help." + word),
                tabs(word, address),
                address.days().first().toString(),
                address.days().last().toString(),
                Arrays.stream(Dimension.values())
                        .map(each -> new Choice(each.word(), texts.of(each), each == address.by()))
                        .toList(),
                address.only().entrySet().stream()
                        .map(each -> new Only(
                                each.getKey().word(), texts.of(each.getKey()), partOf(each.getKey(), each.getValue())))
                        .toList(),
                part,
                columns,
                rows,
                sum,
                address.path(HOME + "/" + word + ".csv"));
    }

    private List<Tab> tabs(String here, ReportAddress address) {
        var words =
                new ArrayList<>(Arrays.stream(Report.values()).map(Report::word).toList());
        words.add(MINUTES);
        words.add(STANDING);
        return words.stream()
                .map(word ->
                        new Tab(texts.of("report.name." + word), address.path(HOME + "/" + word), word.equals(here)))
                .toList();
    }

    private List<String> columnsOf(Report report) {
        var columns = new ArrayList<>(report.columns().stream()
                .map(column -> columnOf(report, column))
                .toList());
        columns.add(texts.of("report.all"));
        if (report == Report.SATISFACTION) {
            columns.add(texts.of("report.average"));
        }
        return columns;
    }

    String columnOf(Report report, String column) {
        return column.isEmpty() ? texts.of("report.all") : texts.of("report.column." + report.word() + "." + column);
    }

    /** What a row is called; customers by their names. */
    String partOf(Dimension by, String part) {
        if (part.isEmpty()) {
            return texts.of("report.all");
        }
        if (part.equals(Dimension.NONE)) {
            return texts.of("report.none." + by.word());
        }
        return switch (by) {
            case CATEGORY -> texts.ofName("Category", part);
            case CUSTOMER -> part;
            case QUEUE -> texts.ofName("Queue", part);
            case VENDOR -> texts.ofName("Target", part);
        };
    }

    private Row row(Figures figures, Figures.Row row, ReportAddress address) {
        var report = figures.report();
        String path = HOME + "/" + report.word() + "/cases";
        var cells = new ArrayList<Cell>();
        report.columns().forEach(column -> cells.add(cell(row.count(column), address.cases(path, row.part(), column))));
        cells.add(cell(row.total(), address.cases(path, row.part(), "")));
        if (report == Report.SATISFACTION) {
            cells.add(new Cell(average(row), null));
        }
        return new Row(partOf(address.by(), row.part()), cells);
    }

    private static Cell cell(long count, String address) {
        return new Cell(Long.toString(count), count == 0 ? null : address);
    }

    private static String average(Figures.Row row) {
        long answers = 0;
        long stars = 0;
        for (int rating = 1; rating <= 5; rating++) {
            answers += row.count(Integer.toString(rating));
            stars += rating * row.count(Integer.toString(rating));
        }
        return answers == 0 ? "–" : String.format(LocaleContextHolder.getLocale(), "%.1f", (double) stars / answers);
    }

    CasesPage casesOf(Report report, ReportAddress address, String part, String column) {
        var cases = readReports.cases(report, address.question(), part, column);
        return new CasesPage(
                texts.of("report.name." + report.word()),
                partOf(address.by(), part),
                columnOf(report, column),
                cases.stream()
                        .map(each -> new CasesPage.Line(
                                each.number(),
                                each.subject(),
                                each.customer(),
                                each.status(),
                                texts.ofName("CaseStatus", each.status()),
                                moments.of(each.receivedAt()),
                                each.times()))
                        .toList(),
                cases.size() == ReadReports.MOST_CASES,
                address.path(HOME + "/" + report.word()),
                address.cases(HOME + "/" + report.word() + "/cases.csv", part, column));
    }

    /** As lines of a file. */
    List<List<String>> lines(ReportPage page) {
        var lines = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of(page.part()));
        head.addAll(page.columns());
        lines.add(head);
        page.rows().forEach(row -> lines.add(line(row)));
        if (page.sum() != null) {
            lines.add(line(page.sum()));
        }
        return lines;
    }

    private static List<String> line(Row row) {
        var line = new ArrayList<>(List.of(row.part()));
        row.cells().forEach(cell -> line.add(cell.text()));
        return line;
    }

    List<List<String>> lines(CasesPage page) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                texts.of("report.case"),
                texts.of("common.subject"),
                texts.of("common.customer"),
                texts.of("report.status"),
                texts.of("report.received")));
        page.lines()
                .forEach(line -> lines.add(List.of(
                        line.number(),
                        line.subject(),
                        line.customer(),
                        line.status(),
                        line.received().iso())));
        return lines;
    }

    static String fileName(String word, ReportAddress address) {
        return "%s-%s-%s"
                .formatted(word, address.days().first(), address.days().last())
                .toLowerCase(Locale.ROOT);
    }
}
