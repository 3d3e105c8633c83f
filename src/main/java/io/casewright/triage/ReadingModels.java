package io.casewright.triage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** What was learned from closed cases, version by version; kept in the database for all instances and restarts. */
@Component
class ReadingModels {

    private final JdbcClient database;

    ReadingModels(JdbcClient database) {
        this.database = database;
    }

    /** The version it got. */
    int keep(StoredModel model, int ownCases, ReadingFigures figures, Instant now) {
        var key = new GeneratedKeyHolder();
        database.sql("""
                        INSERT INTO reading_model (created_at, shipped, own_cases, repository_right, repository_of,
                                                   own_right, own_of, model, checksum)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        utc(now),
                        Training.shippedChecksum(),
                        ownCases,
                        figures.repositoryRight(),
                        figures.repositoryOf(),
                        figures.ownRight(),
                        figures.ownOf(),
                        model.bytes(),
                        model.checksum())
                .update(key);
        return key.getKeyAs(Number.class).intValue();
    }

    /** Those that may be used, the newest first. */
    List<Integer> versions() {
        return database.sql("SELECT version FROM reading_model WHERE withdrawn_at IS NULL AND shipped = ?"
                        + " ORDER BY version DESC")
                .param(Training.shippedChecksum())
                .query(Integer.class)
                .list();
    }

    StoredModel load(int version) {
        return database.sql("SELECT model, checksum FROM reading_model WHERE version = ?")
                .param(version)
                .query((row, i) -> new StoredModel(row.getBytes("model"), row.getString("checksum")))
                .single();
    }

    void withdraw(int version, Instant now) {
        database.sql("UPDATE reading_model SET withdrawn_at = ? WHERE version = ?")
                .params(utc(now), version)
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
