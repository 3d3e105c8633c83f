package io.casewright.casefile.persistence;

import io.casewright.platform.database.UtcTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roles that customers were asked for, and which of these requests nobody needs any more. Whoever changes this holds the case. */
@Repository
public class AccessAsked {

    private static final String ROW = "SELECT r.id, c.number, r.role, r.relationship_id, r.asked_at, r.rounds,"
            + " r.unneeded_at IS NOT NULL AND r.settled_at IS NULL AS unneeded"
            + " FROM access_request r JOIN support_case c ON c.id = r.case_id";

    private final JdbcClient database;

    AccessAsked(JdbcClient database) {
        this.database = database;
    }

    /**
     * A request for a role.
     *
     * @param relationshipId Microsoft's name for it; null while it was not told
     * @param rounds how often it was no longer needed
     * @param unneeded whether it still has to be taken back
     */
    public record Asked(
            long id,
            String caseNumber,
            String role,
            @Nullable String relationshipId,
            Instant askedAt,
            int rounds,
            boolean unneeded) {

        /** What its process is known by. */
        public String reference() {
            return caseNumber + ":A" + id;
        }
    }

    /** The case needs the role, and Microsoft is about to be asked; also again, after nobody needed it. */
    public void want(long caseId, String role, Instant now) {
        database.sql("INSERT INTO access_request (case_id, role, asked_at) VALUES (:case, :role, :now)"
                        + " ON DUPLICATE KEY UPDATE asked_at = :now, unneeded_at = NULL, settled_at = NULL")
                .param("case", caseId)
                .param("role", role)
                .param("now", UtcTime.kept(now))
                .update();
    }

    /** Microsoft named it. */
    public void made(long caseId, String role, String relationshipId) {
        database.sql("UPDATE access_request SET relationship_id = ? WHERE case_id = ? AND role = ?")
                .params(relationshipId, caseId, role)
                .update();
    }

    /** The case's requests that are needed no more from now on; those that were not needed before are not among them. */
    public List<Asked> drop(long caseId, Instant now) {
        var dropped = database.sql("SELECT id FROM access_request WHERE case_id = ? AND unneeded_at IS NULL"
                        + " AND settled_at IS NULL ORDER BY id")
                .param(caseId)
                .query(Long.class)
                .list();
        dropped.forEach(
                id -> database.sql("UPDATE access_request SET unneeded_at = ?, rounds = rounds + 1 WHERE id = ?")
                        .params(UtcTime.kept(now), id)
                        .update());
        return dropped.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The customer answered, whatever the answer. */
    public void answered(long caseId, Instant now) {
        database.sql("UPDATE access_request SET settled_at = ? WHERE case_id = ? AND unneeded_at IS NULL"
                        + " AND settled_at IS NULL")
                .params(UtcTime.kept(now), caseId)
                .update();
    }

    /** Nothing is left of it that has to be looked at; false when that was so before, or somebody needs it again. */
    public boolean settle(long id, Instant now) {
        return database.sql("UPDATE access_request SET settled_at = ? WHERE id = ? AND unneeded_at IS NOT NULL"
                                + " AND settled_at IS NULL")
                        .params(UtcTime.kept(now), id)
                        .update()
                > 0;
    }

    public Optional<Asked> find(long id) {
        return database.sql(ROW + " WHERE r.id = ?")
                .param(id)
                .query((row, index) -> new Asked(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("role"),
                        row.getString("relationship_id"),
                        UtcTime.read(row, "asked_at"),
                        row.getInt("rounds"),
                        row.getBoolean("unneeded")))
                .optional();
    }

    /** Whether a request of the case is being taken back. */
    public boolean anyUnneeded(long caseId) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM access_request WHERE case_id = ?"
                        + " AND unneeded_at IS NOT NULL AND settled_at IS NULL)")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }

    /** The references of those that are being taken back. */
    public Set<String> findUnneeded() {
        return database.sql("SELECT CONCAT(c.number, ':A', r.id) FROM access_request r"
                        + " JOIN support_case c ON c.id = r.case_id"
                        + " WHERE r.unneeded_at IS NOT NULL AND r.settled_at IS NULL")
                .query(String.class)
                .set();
    }
}
