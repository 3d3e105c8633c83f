package io.casewright.prepaid.persistence;

import io.casewright.message.WaitingLetters;
import io.casewright.platform.database.UtcTime;
import io.casewright.prepaid.domain.Balance;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters that tell customers how little is left. */
@Component
public class LowLetters {

    /** Where the letters wait. */
    public static final String LETTERS = "prepaid_letter";

    private final JdbcClient database;

    LowLetters(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a letter tells.
     *
     * @param held minutes that were left when it was ordered, with {@code free} of them
     * @param plan id of the customer's plan
     */
    public record Low(int held, int free, Instant askedAt, long plan) {}

    /**
     * Orders a letter to who reads the letters of the customer.
     *
     * @param key of the entry after which little was left
     * @return its id; empty when there is nobody to write to, or it was ordered before
     */
    public Optional<Long> order(long customer, String key, Balance balance, Instant now) {
        var contact = database.sql("SELECT " + WaitingLetters.readerOf("?"))
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

    public Low toldIn(long letter) {
        return database.sql("""
                        SELECT l.held_minutes, l.free_minutes, l.asked_at, u.support_plan_id
                        FROM prepaid_letter l JOIN customer u ON u.id = l.customer_id WHERE l.id = ?""")
                .param(letter)
                .query((row, i) -> new Low(
                        row.getInt("held_minutes"),
                        row.getInt("free_minutes"),
                        UtcTime.read(row, "asked_at"),
                        row.getLong("support_plan_id")))
                .single();
    }
}
