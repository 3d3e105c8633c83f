package io.casewright.prepaid.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.prepaid.domain.Movement;
import io.casewright.prepaid.domain.PrepaidEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger, which is only added to. */
@Component
public class PrepaidEntries {

    private final JdbcClient database;

    PrepaidEntries(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is to be entered.
     *
     * @param key one for each: the same again enters nothing
     */
    public record NewEntry(
            long customer,
            @Nullable String caseNumber,
            String key,
            Movement movement,
            @Nullable String note,
            @Nullable String login) {}

    /** False when that key was entered before. */
    public boolean add(NewEntry entry, Instant now) {
        try {
            database.sql("""
                            INSERT INTO prepaid_entry (customer_id, case_number, entry_key, kind, minutes, note, login, made_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(entry.customer())
                    .param(entry.caseNumber())
                    .param(entry.key())
                    .param(entry.movement().kind().name())
                    .param(entry.movement().minutes())
                    .param(entry.note())
                    .param(entry.login())
                    .param(UtcTime.kept(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The newest first. */
    public List<PrepaidEntry> ofCustomer(long customer, int atMost) {
        return database.sql("""
                        SELECT e.*, COALESCE(p.name, e.login) AS name
                        FROM prepaid_entry e LEFT JOIN desk_person p ON p.login = e.login
                        WHERE e.customer_id = ? ORDER BY e.id DESC LIMIT ?""")
                .params(customer, atMost)
                .query((row, i) -> new PrepaidEntry(
                        row.getLong("id"),
                        new Movement(Movement.Kind.valueOf(row.getString("kind")), row.getInt("minutes")),
                        row.getString("case_number"),
                        row.getString("note"),
                        row.getString("login"),
                        row.getString("name"),
                        UtcTime.read(row, "made_at")))
                .list();
    }
}
