package io.casewright.statement.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.platform.text.CutText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** To whom statements were sent, and the links in those letters. */
@Component
public class StatementLetterStore {

    private final JdbcClient database;

    StatementLetterStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A letter with a statement.
     *
     * @param toldAt null while it has not left
     * @param failure why it cannot leave
     */
    public record Sent(
            long id,
            String contactName,
            Instant askedAt,
            @Nullable Instant toldAt,
            @Nullable String failure) {

        public boolean waits() {
            return toldAt == null && failure == null;
        }
    }

    /** A letter that is to leave. */
    public record Waiting(
            long id, long statement, String name, String email, String locale, String partner, boolean isClosed) {}

    /** Where a link leads. */
    public record Linked(long statement, long contact, Instant validUntil) {}

    /** Orders a letter to the contact who is there longest; empty when the customer has none that is open. */
    public Optional<Long> ask(long statement, Instant at) {
        var key = new GeneratedKeyHolder();
        int added = database.sql("""
                        INSERT INTO statement_letter (statement_id, contact_id, asked_at)
                        SELECT s.id, MIN(o.id), ? FROM statement s
                        JOIN contact o ON o.customer_id = s.customer_id AND o.closed_at IS NULL WHERE s.id = ? GROUP BY s.id""").params(UtcTime.kept(at), statement).update(key);
        return added == 0
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** Empty when it was told, or cannot be. */
    public Optional<Waiting> waiting(long id) {
        return database.sql("""
                        SELECT t.id, t.statement_id, o.name, o.email, u.locale, r.name AS partner,
                               o.closed_at IS NOT NULL OR o.erased_at IS NOT NULL AS is_closed
                        FROM statement_letter t
                        JOIN contact o ON o.id = t.contact_id
                        JOIN customer u ON u.id = o.customer_id
                        JOIN partner r ON r.id = u.partner_id
                        WHERE t.id = ? AND t.told_at IS NULL AND t.failure IS NULL""")
                .param(id)
                .query((row, i) -> new Waiting(
                        row.getLong("id"),
                        row.getLong("statement_id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("locale"),
                        row.getString("partner"),
                        row.getBoolean("is_closed")))
                .optional();
    }

    public void told(long id, Instant at) {
        database.sql("UPDATE statement_letter SET told_at = ? WHERE id = ?")
                .params(UtcTime.kept(at), id)
                .update();
    }

    public void failed(long id, String reason) {
        database.sql("UPDATE statement_letter SET failure = ? WHERE id = ?")
                .params(CutText.upTo(255, reason), id)
                .update();
    }

    /** In the order in which they were asked for. */
    public List<Sent> of(long statement) {
        return database.sql("""
                        SELECT t.id, o.name, t.asked_at, t.told_at, t.failure
                        FROM statement_letter t JOIN contact o ON o.id = t.contact_id WHERE t.statement_id = ? ORDER BY t.id""")
                .param(statement)
                .query((row, i) -> new Sent(
                        row.getLong("id"),
                        row.getString("name"),
                        UtcTime.read(row, "asked_at"),
                        UtcTime.readIfAny(row, "told_at"),
                        row.getString("failure")))
                .list();
    }

    public void addLink(long letter, String tokenHash, Instant validUntil) {
        database.sql("INSERT INTO statement_link (token_hash, letter_id, valid_until) VALUES (?, ?, ?)")
                .params(tokenHash, letter, UtcTime.kept(validUntil))
                .update();
    }

    public Optional<Linked> byLink(String tokenHash) {
        return database.sql("""
                        SELECT t.statement_id, t.contact_id, k.valid_until
                        FROM statement_link k JOIN statement_letter t ON t.id = k.letter_id WHERE k.token_hash = ?""")
                .param(tokenHash)
                .query((row, i) -> new Linked(
                        row.getLong("statement_id"), row.getLong("contact_id"), UtcTime.read(row, "valid_until")))
                .optional();
    }
}
