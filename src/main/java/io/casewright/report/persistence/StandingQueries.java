package io.casewright.report.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.report.domain.Standing.Month;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The partner's figures by month, and the cases that prove them. */
@Repository
public class StandingQueries {

    private static final String MONTHS = """
            SELECT f.month, SUM(f.tickets) AS tickets, SUM(f.avoided) AS avoided, SUM(f.kept) AS kept, SUM(f.missed) AS missed,
                   SUM(f.ratings) AS ratings, SUM(f.stars) AS stars
            FROM (
              SELECT DATE_FORMAT(h.prepared_at, '%Y-%m') AS month, 1 AS tickets, 0 AS avoided, 0 AS kept, 0 AS missed, 0 AS ratings, 0 AS stars
              FROM hand_off h WHERE h.prepared_at >= :from AND h.prepared_at < :to AND h.target = 'MICROSOFT'
              UNION ALL
              SELECT DATE_FORMAT(c.ended_at, '%Y-%m'), 0, 1, 0, 0, 0, 0 FROM support_case c
              WHERE c.received_at < :to AND c.ended_at >= :from AND c.ended_at < :to AND c.status = 'CLOSED'
                AND EXISTS (SELECT 1 FROM case_turn t WHERE t.case_number = c.number AND t.what = 'HANDED_OFF')
                AND NOT EXISTS (SELECT 1 FROM hand_off o WHERE o.case_number = c.number)
              UNION ALL
              SELECT DATE_FORMAT(k.ended_at, '%Y-%m'), 0, 0, 1, 0, 0, 0 FROM promise k
              WHERE k.ended_at >= :from AND k.ended_at < :to AND k.outcome = 'KEPT' AND k.kind = 'FIRST_RESPONSE'
              UNION ALL
              SELECT DATE_FORMAT(m.due_at, '%Y-%m'), 0, 0, 0, 1, 0, 0 FROM promise m
              WHERE m.due_at >= :from AND m.due_at < :to AND m.outcome IN ('MISSED', 'BREACHED') AND m.kind = 'FIRST_RESPONSE'
              UNION ALL
              SELECT DATE_FORMAT(s.answered_at, '%Y-%m'), 0, 0, 0, 0, 1, s.rating FROM survey s
              WHERE s.answered_at >= :from AND s.answered_at < :to) f
            GROUP BY f.month ORDER BY f.month""";

    private static final String PROOFS = """
            SELECT h.reference, c.number, u.name AS customer, c.hand_off_category, h.channel, v.vendor_number, h.prepared_at,
                   v.opened_at, v.ended_at,
                   (SELECT MAX(e.recorded_at) FROM evidence e WHERE e.case_id = c.id AND e.kind = 'HEALTH_CHECK') AS health_checked_at,
                   (SELECT GROUP_CONCAT(DISTINCT e.role ORDER BY e.role SEPARATOR ', ') FROM evidence e
                    WHERE e.case_id = c.id AND e.kind = 'TROUBLESHOOTING') AS roles,
                   (SELECT COUNT(*) FROM evidence e WHERE e.case_id = c.id) AS evidence,
                   (SELECT MIN(p.outcome) FROM promise p WHERE p.case_number = c.number AND p.kind = 'FIRST_RESPONSE') AS first_response,
                   s.rating
            FROM hand_off h
            JOIN support_case c ON c.number = h.case_number
            JOIN customer u ON u.id = c.customer_id
            LEFT JOIN vendor_ticket v ON v.hand_off_id = h.id
            LEFT JOIN survey s ON s.case_number = c.number
            WHERE h.prepared_at >= :from AND h.prepared_at < :to AND h.target = 'MICROSOFT'
            ORDER BY h.prepared_at, h.id""";

    private final JdbcClient database;

    StandingQueries(JdbcClient database) {
        this.database = database;
    }

    /** A case that was taken to Microsoft, with what proves that it had to be. */
    public record Proof(
            String number,
            String customer,
            String reference,
            @Nullable String category,
            String channel,
            @Nullable String numberThere,
            @Nullable Instant preparedAt,
            @Nullable Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable Instant healthCheckedAt,
            @Nullable String roles,
            long evidence,
            @Nullable String firstResponse,
            @Nullable Integer rating) {}

    public long customers() {
        return database.sql("SELECT COUNT(*) FROM customer WHERE closed_at IS NULL")
                .query(Long.class)
                .single();
    }

    /** Those months in which anything was. */
    public List<Month> months(Instant from, Instant to) {
        return database.sql(MONTHS)
                .param("from", UtcTime.kept(from))
                .param("to", UtcTime.kept(to))
                .query((row, i) -> new Month(
                        YearMonth.parse(Objects.requireNonNull(row.getString("month"))),
                        row.getLong("tickets"),
                        row.getLong("avoided"),
                        row.getLong("kept"),
                        row.getLong("missed"),
                        row.getLong("ratings"),
                        row.getLong("stars")))
                .list();
    }

    public List<Proof> proofs(Instant from, Instant to) {
        return database.sql(PROOFS)
                .param("from", UtcTime.kept(from))
                .param("to", UtcTime.kept(to))
                .query((row, i) -> proof(row))
                .list();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        int rating = row.getInt("rating");
        boolean isRated = !row.wasNull();
        return new Proof(
                row.getString("number"),
                row.getString("customer"),
                row.getString("reference"),
                row.getString("hand_off_category"),
                row.getString("channel"),
                row.getString("vendor_number"),
                UtcTime.readIfAny(row, "prepared_at"),
                UtcTime.readIfAny(row, "opened_at"),
                UtcTime.readIfAny(row, "ended_at"),
                UtcTime.readIfAny(row, "health_checked_at"),
                row.getString("roles"),
                row.getLong("evidence"),
                row.getString("first_response"),
                isRated ? rating : null);
    }
}
