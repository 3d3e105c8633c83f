package io.casewright.message;

import io.casewright.platform.database.UtcTime;
import io.casewright.platform.text.CutText;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters that belong to no case, from their order until they left or cannot. Each kind has a table of its own for what it says; all have the
 * columns {@code id}, {@code contact_id}, {@code told_at} and {@code failure}.
 */
@Component
public class WaitingLetters {

    private final JdbcClient database;
    private final Clock clock;

    WaitingLetters(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Waiting(Addressee addressee, boolean isClosed) {}

    /**
     * Who reads the letters to a customer: the contact who is there longest.
     *
     * @param customer a column or parameter with the customer's id
     * @return SQL for the contact's id, which is null when none is open
     */
    public static String readerOf(String customer) {
        return "(SELECT MIN(reader.id) FROM contact reader WHERE reader.customer_id = " + customer
                + " AND reader.closed_at IS NULL)";
    }

    /**
     * Lets a letter leave, unless it left already or cannot.
     *
     * @param send says why trying again would be of no use; empty when it left. What it throws comes out here, and the letter waits on.
     */
    public void deliver(String table, long id, Function<Addressee, Optional<String>> send) {
        waiting(table, id).ifPresent(letter -> {
            var refusal = letter.isClosed()
                    ? Optional.of("The contact was closed before the letter left.")
                    : send.apply(letter.addressee());
            refusal.ifPresentOrElse(reason -> fail(table, id, reason), () -> tell(table, id));
        });
    }

    private Optional<Waiting> waiting(String table, long id) {
        return database.sql("""
                        SELECT o.name, o.email, u.locale, r.name AS partner,
                               o.closed_at IS NOT NULL OR o.erased_at IS NOT NULL AS is_closed
                        FROM %s l
                        JOIN contact o ON o.id = l.contact_id
                        JOIN customer u ON u.id = o.customer_id
                        JOIN partner r ON r.id = u.partner_id
                        WHERE l.id = ? AND l.told_at IS NULL AND l.failure IS NULL""".formatted(table))
                .param(id)
                .query((row, i) -> new Waiting(
                        new Addressee(
                                new Recipient(row.getString("name"), row.getString("email")),
                                Locale.forLanguageTag(row.getString("locale")),
                                row.getString("partner")),
                        row.getBoolean("is_closed")))
                .optional();
    }

    private void tell(String table, long id) {
        database.sql("UPDATE %s SET told_at = ? WHERE id = ?".formatted(table))
                .params(UtcTime.kept(clock.instant()), id)
                .update();
    }

    private void fail(String table, long id, String reason) {
        database.sql("UPDATE %s SET failure = ? WHERE id = ?".formatted(table))
                .params(CutText.upTo(255, reason), id)
                .update();
    }
}
