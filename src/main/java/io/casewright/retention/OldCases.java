package io.casewright.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that ended long ago, and that nobody holds. */
@Component
class OldCases {

    private final JdbcClient database;

    OldCases(JdbcClient database) {
        this.database = database;
    }

    /** A case with whose it is. */
    record OldCase(long id, String number, long customerId, long contactId) {}

    /** Those that ended before that time, at most so many; those that ended first come first. */
    List<OldCase> endedBefore(Instant time, LocalDate today, int atMost) {
        return database.sql("""
                        SELECT c.id, c.number, c.customer_id, c.contact_id FROM support_case c
                        WHERE c.erased_at IS NULL AND c.ended_at < :time AND c.status IN ('CLOSED', 'WITHDRAWN', 'DUPLICATE')
                          AND NOT EXISTS (SELECT 1 FROM process_place p WHERE p.case_number = c.number
                            AND p.generation = (SELECT MAX(g.id) FROM engine_generation g))
                          AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.contact_id = c.contact_id
                            AND h.lifted_at IS NULL AND (h.until_day IS NULL OR h.until_day >= :today)
                            AND (h.case_number IS NULL OR h.case_number = c.number))
                        ORDER BY c.ended_at, c.id LIMIT :most""")
                .param("time", LocalDateTime.ofInstant(time, ZoneOffset.UTC))
                .param("today", today)
                .param("most", atMost)
                .query((row, index) -> new OldCase(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("customer_id"),
                        row.getLong("contact_id")))
                .list();
    }
}
