package io.casewright.audit;

import io.casewright.platform.engine.audit.Finding;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the looks on schedule found and find again. */
@Component
public class AuditFindings {

    private final JdbcClient database;

    AuditFindings(JdbcClient database) {
        this.database = database;
    }

    /**
     * Something that more than one look found.
     *
     * @param repairable whether {@code audit --repair} mends it
     */
    public record Standing(
            String kind, String subject, String words, String remedy, boolean repairable, Instant since) {}

    /** Takes the place of what the look before found. */
    @Transactional
    void keep(List<Finding> found, Instant now) {
        var at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        for (Finding finding : found) {
            database.sql(
                            "INSERT INTO audit_finding (kind, subject, words, remedy, repairable, first_at, latest_at, looks)"
                                    + " VALUES (:kind, :subject, :words, :remedy, :repairable, :at, :at, 1) ON DUPLICATE KEY UPDATE"
                                    + " words = :words, remedy = :remedy, repairable = :repairable, latest_at = :at, looks = looks + 1")
                    .param("kind", finding.kind().name())
                    .param("subject", finding.subject())
                    .param("words", finding.words())
                    .param("remedy", finding.remedy())
                    .param("repairable", finding.isRepairable())
                    .param("at", at)
                    .update();
        }
        database.sql("DELETE FROM audit_finding WHERE latest_at < ?").param(at).update();
    }

    /** What two looks or more found, the oldest first. */
    public List<Standing> standing() {
        return database.sql("SELECT * FROM audit_finding WHERE looks > 1 ORDER BY first_at, kind, subject LIMIT 200")
                .query((row, index) -> new Standing(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("words"),
                        row.getString("remedy"),
                        row.getBoolean("repairable"),
                        row.getObject("first_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }

    int count() {
        return database.sql("SELECT COUNT(*) FROM audit_finding WHERE looks > 1")
                .query(Integer.class)
                .single();
    }
}
