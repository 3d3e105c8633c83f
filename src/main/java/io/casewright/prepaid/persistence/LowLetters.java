package io.casewright.prepaid.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.platform.text.CutText;
import io.casewright.prepaid.domain.Balance;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters that tell customers how little is left. */
@Component
public class LowLetters {

    private final JdbcClient database;

    LowLetters(JdbcClient database) {
        this.database = database;
    }

    /**
     * A letter that waits.
     *
     * @param held what was left when it was ordered, with {@code free} of it
     * @param plan id of the customer's plan
     * @param isClosed whether its reader is there no more
     */
    public record Waiting(
            long id,
            int held,
            int free,
            Instant askedAt,
            String name,
            String email,
            String locale,
            String partner,
            long plan,
            boolean isClosed) {}

    /**
     * Orders a letter to the contact of the customer who is there longest.
     *
     * @param key of the entry after which little was left
     * @return its id; empty when there is nobody to write to, or it was ordered before
     */
    public Optional<Long> order(long customer, String key, Balance balance, Instant now) {
        var contact = database.sql(
                        "SELECT id FROM contact WHERE customer_id = ? AND closed_at IS NULL ORDER BY id LIMIT 1")
                .param(customer)
                .query(Long.class)
                .optional();
        return contact.flatMap(reader -> add(customer, reader, key, balance, now));
    }

    private Optional<Long> add(long customer, long contact, String key, Balance balance, Instant now) {
        try {
            database.sql("""
                            INSERT INTO prepaid_letter (entry_key, customer_id, contact_id, held_minutes, free_minutes, asked_at)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(key, customer, contact, balance.held(), balance.free(), UtcTime.kept(now))
                    .update();
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
        return database.sql("SELECT id FROM prepaid_letter WHERE entry_key = ?")
                .param(key)
                .query(Long.class)
                .optional();
    }

    /** Empty when it left, or cannot. */
    public Optional<Waiting> waiting(long id) {
        return database.sql("""
                        SELECT l.id, l.held_minutes, l.free_minutes, l.asked_at, o.name, o.email, u.locale, r.name AS partner,
                               u.support_plan_id, o.closed_at IS NOT NULL OR o.erased_at IS NOT NULL AS is_closed
                        FROM prepaid_letter l
                        JOIN contact o ON o.id = l.contact_id
                        JOIN customer u ON u.id = l.customer_id
                        JOIN partner r ON r.id = u.partner_id
                        WHERE l.id = ? AND l.told_at IS NULL AND l.failure IS NULL""")
                .param(id)
                .query((row, i) -> new Waiting(
                        row.getLong("id"),
                        row.getInt("held_minutes"),
                        row.getInt("free_minutes"),
                        UtcTime.read(row, "asked_at"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("locale"),
                        row.getString("partner"),
                        row.getLong("support_plan_id"),
                        row.getBoolean("is_closed")))
                .optional();
    }

    public void told(long id, Instant at) {
        database.sql("UPDATE prepaid_letter SET told_at = ? WHERE id = ?")
                .params(UtcTime.kept(at), id)
                .update();
    }

    public void failed(long id, String reason) {
        database.sql("UPDATE prepaid_letter SET failure = ? WHERE id = ?")
                .params(CutText.upTo(255, reason), id)
                .update();
    }
}
