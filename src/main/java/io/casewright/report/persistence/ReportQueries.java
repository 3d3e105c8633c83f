package io.casewright.report.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.report.domain.Dimension;
import io.casewright.report.domain.Figures;
import io.casewright.report.domain.Question;
import io.casewright.report.domain.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts by one query each. What is counted for a cell and the cases it opens are the same rows of it. */
@Repository
public class ReportQueries {

    private final JdbcClient database;

    ReportQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * A case behind a figure.
     *
     * @param times how often it was counted
     */
    public record CountedCase(
            String number, String subject, String customer, String status, Instant receivedAt, long times) {}

    private record Cell(String part, String bucket, long count) {}

    /** All cells that are not zero. */
    public Figures count(Report report, Question question, Instant now) {
        var cells = ask(
                        "SELECT f.part, f.bucket, COUNT(*) AS times FROM (" + factsOf(report, question)
                                + ") f WHERE f.bucket IS NOT NULL GROUP BY f.part, f.bucket ORDER BY f.part",
                        question,
                        now)
                .query((row, i) -> new Cell(row.getString("part"), row.getString("bucket"), row.getLong("times")))
                .list();
        var rows = new LinkedHashMap<String, Map<String, Long>>();
        cells.forEach(cell -> rows.computeIfAbsent(cell.part(), part -> new LinkedHashMap<>())
                .merge(cell.bucket(), cell.count(), Long::sum));
        var list = new ArrayList<Figures.Row>();
        rows.forEach((part, counts) -> list.add(new Figures.Row(part, counts)));
        return new Figures(report, list);
    }

    /**
     * The cases of a cell, the newest first.
     *
     * @param part empty for all rows
     * @param bucket empty for all columns
     */
    public List<CountedCase> cases(
            Report report, Question question, Instant now, String part, String bucket, int most) {
        return ask("""
                        SELECT x.number, x.subject, y.name AS customer, x.status, x.received_at, f.times FROM (
                          SELECT g.case_id, COUNT(*) AS times FROM (%s) g
                          WHERE g.bucket IS NOT NULL AND (:part = '' OR g.part = :part) AND (:bucket = '' OR g.bucket = :bucket)
                          GROUP BY g.case_id) f
                        JOIN support_case x ON x.id = f.case_id JOIN customer y ON y.id = x.customer_id
                        ORDER BY x.id DESC LIMIT :most""".formatted(factsOf(report, question)), question, now)
                .param("part", part)
                .param("bucket", bucket)
                .param("most", most)
                .query((row, i) -> new CountedCase(
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("customer"),
                        row.getString("status"),
                        UtcTime.read(row, "received_at"),
                        row.getLong("times")))
                .list();
    }

    private JdbcClient.StatementSpec ask(String sql, Question question, Instant now) {
        var asked = database.sql(sql)
                .param("from", UtcTime.kept(question.from()))
                .param("to", UtcTime.kept(question.to()))
                .param("now", UtcTime.kept(now));
        for (var only : question.only().entrySet()) {
            asked = asked.param(only.getKey().word(), only.getValue());
        }
        return asked;
    }

    private static String factsOf(Report report, Question question) {
        var narrowed = new StringBuilder();
        question.only()
                .keySet()
                .forEach(dimension -> narrowed.append(" AND ")
                        .append(valueOf(dimension))
                        .append(" = :")
                        .append(dimension.word()));
        return "SELECT c.id AS case_id, %s AS part, %s AS bucket FROM %s%s"
                .formatted(valueOf(question.by()), bucketOf(report), sourceOf(report), narrowed);
    }

    private static String valueOf(Dimension dimension) {
        return switch (dimension) {
            case CATEGORY -> "COALESCE(c.category, 'NONE')";
            case CUSTOMER -> "u.name";
            case QUEUE -> "c.queue";
            case VENDOR ->
                "COALESCE((SELECT v.target FROM hand_off v WHERE v.case_number = c.number ORDER BY v.id DESC LIMIT 1), 'NONE')";
        };
    }

    private static String bucketOf(Report report) {
        return switch (report) {
            case INTAKE -> "c.channel";
            case BACKLOG -> """
                    CASE WHEN c.received_at >= :now - INTERVAL 1 DAY THEN 'DAY'
                      WHEN c.received_at >= :now - INTERVAL 3 DAY THEN 'THREE_DAYS'
                      WHEN c.received_at >= :now - INTERVAL 7 DAY THEN 'WEEK'
                      WHEN c.received_at >= :now - INTERVAL 30 DAY THEN 'MONTH' ELSE 'OLDER' END""";
            case PROMISES -> "CONCAT(p.kind, IF(p.outcome = 'KEPT', '_KEPT', '_MISSED'))";
            case REOPENED -> "t.kind";
            case HAND_OFFS -> "h.target";
            case SATISFACTION -> "COALESCE(CAST(s.rating AS CHAR), 'NO_ANSWER')";
        };
    }

    private static String sourceOf(Report report) {
        String ofCase = " JOIN customer u ON u.id = c.customer_id WHERE ";
        return switch (report) {
            case INTAKE -> "support_case c" + ofCase + "c.received_at >= :from AND c.received_at < :to";
            case BACKLOG ->
                "support_case c" + ofCase + "c.status IN ('RECEIVED', 'DIAGNOSING', 'WAITING_FOR_CUSTOMER',"
                        + " 'WAITING_FOR_SERVICE_INCIDENT', 'RESOLVING', 'HANDED_OFF', 'RESOLVED')";
            // A promise that was kept has no time at which it is due any more, and one that was not is due in the past.
            case PROMISES -> """
                    (SELECT k.case_number, k.kind, k.outcome FROM promise k
                     WHERE k.ended_at >= :from AND k.ended_at < :to AND k.outcome = 'KEPT'
                     UNION ALL
                     SELECT m.case_number, m.kind, m.outcome FROM promise m
                     WHERE m.due_at >= :from AND m.due_at < :to AND m.outcome IN ('MISSED', 'BREACHED')) p
                    JOIN support_case c ON c.number = p.case_number""" + ofCase + "TRUE";
            case REOPENED ->
                "timeline_entry t JOIN support_case c ON c.id = t.case_id" + ofCase
                        + "t.kind = 'REOPENED' AND t.recorded_at >= :from AND t.recorded_at < :to";
            case HAND_OFFS ->
                "hand_off h JOIN support_case c ON c.number = h.case_number" + ofCase
                        + "h.prepared_at >= :from AND h.prepared_at < :to";
            case SATISFACTION ->
                "survey s JOIN support_case c ON c.number = s.case_number" + ofCase
                        + "s.asked_at >= :from AND s.asked_at < :to";
        };
    }
}
