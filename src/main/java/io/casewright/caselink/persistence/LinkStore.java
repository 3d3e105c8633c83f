package io.casewright.caselink.persistence;

import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each link that was ever sent. */
@Repository
public class LinkStore {

    private final JdbcClient database;

    LinkStore(JdbcClient database) {
        this.database = database;
    }

    /** @param contact whose words what is written by it are */
    public record Kept(String caseNumber, long contact, Instant validUntil, boolean isWithdrawn) {}

    public void add(String tokenHash, String caseNumber, long contact, Instant madeAt, Instant validUntil) {
        database.sql("INSERT INTO case_link (token_hash, case_number, contact_id, made_at, valid_until)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(tokenHash, caseNumber, contact, UtcTime.kept(madeAt), UtcTime.kept(validUntil))
                .update();
    }

    public Optional<Kept> find(String tokenHash) {
        return database.sql("SELECT case_number, contact_id, valid_until, withdrawn_at IS NOT NULL AS withdrawn"
                        + " FROM case_link WHERE token_hash = ?")
                .param(tokenHash)
                .query(LinkStore::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getString("case_number"),
                row.getLong("contact_id"),
                UtcTime.read(row, "valid_until"),
                row.getBoolean("withdrawn"));
    }

    /** Until when those of a case work, the last one first. */
    public List<Instant> workingOf(String caseNumber, Instant now) {
        return database.sql(
                        "SELECT valid_until FROM case_link"
                                + " WHERE case_number = ? AND withdrawn_at IS NULL AND valid_until > ? ORDER BY valid_until DESC")
                .params(caseNumber, UtcTime.kept(now))
                .query((row, index) -> UtcTime.read(row, "valid_until"))
                .list();
    }

    /** How many were withdrawn by it. */
    public int withdraw(String caseNumber, @Nullable String by, Instant now) {
        return database.sql("UPDATE case_link SET withdrawn_at = ?, withdrawn_by = ?"
                        + " WHERE case_number = ? AND withdrawn_at IS NULL AND valid_until > ?")
                .params(UtcTime.kept(now), by, caseNumber, UtcTime.kept(now))
                .update();
    }
}
