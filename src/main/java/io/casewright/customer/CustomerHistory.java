package io.casewright.customer;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was changed of customers, by whom and when. It is only ever added to. */
@Component
public class CustomerHistory {

    private final JdbcClient database;
    private final Clock clock;

    CustomerHistory(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param contactId null when it is the customer itself */
    public void add(long customerId, @Nullable Long contactId, List<Change> changes, Editor editor) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (Change change : changes) {
            database.sql("""
                            INSERT INTO customer_change (customer_id, contact_id, changed_at, login, person, what,
                                                         before_value, after_value)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(customerId)
                    .param(contactId)
                    .param(now)
                    .param(editor.login())
                    .param(editor.name())
                    .param(change.what())
                    .param(change.before())
                    .param(change.after())
                    .update();
        }
    }

    /** The newest first, at most so many. */
    List<CustomerFile.Entry> of(long customerId, int atMost) {
        return database.sql("""
                        SELECT h.changed_at, h.person, o.name AS contact, h.what, h.before_value, h.after_value
                        FROM customer_change h LEFT JOIN contact o ON o.id = h.contact_id
                        WHERE h.customer_id = ? ORDER BY h.id DESC LIMIT ?""")
                .params(customerId, atMost)
                .query((row, i) -> new CustomerFile.Entry(
                        row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("person"),
                        row.getString("contact"),
                        new Change(row.getString("what"), row.getString("before_value"), row.getString("after_value"))))
                .list();
    }
}
