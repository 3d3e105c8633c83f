package io.casewright.statement.persistence;

import io.casewright.message.WaitingLetters;
import io.casewright.platform.database.UtcTime;
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

    /** Where the letters wait. */
    public static final String LETTERS = "statement_letter";

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

    /** Where a link leads. */
    public record Linked(long statement, long contact, Instant validUntil) {}

    /** Orders a letter to who reads the letters of the customer; empty when there is nobody. */
    public Optional<Long> ask(long statement, Instant at) {
        var key = new GeneratedKeyHolder();
        int added = database.sql("""
                        INSERT INTO statement_letter (statement_id, contact_id, asked_at)
                        SELECT id, reader, ? FROM (SELECT s.id, %s AS reader FROM statement s WHERE s.id = ?) sent
                        WHERE reader IS NOT NULL""".formatted(WaitingLetters.readerOf("s.customer_id")))
                .params(UtcTime.kept(at), statement)
                .update(key);
        return added == 0
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(key.getKey()).longValue());
    }

    /** Which statement a letter sends. */
    public long statementIn(long letter) {
        return database.sql("SELECT statement_id FROM statement_letter WHERE id = ?")
                .param(letter)
                .query(Long.class)
                .single();
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
