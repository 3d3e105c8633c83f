package io.casewright.desk.persistence;

import io.casewright.casefile.application.CaseWritten;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.desk.NextPromise;
import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each case, which says what lists show of it, and the words it is found by. */
@Component
public class DeskCases {

    private static final String READ = """
            SELECT c.id, c.number, c.customer_id, u.name AS customer_name, o.name AS contact_name, c.subject,
                   c.description, c.locale,
                   c.severity, c.status, c.queue, c.external_reference, c.received_at,
                   (SELECT MAX(m.created_at) FROM message m WHERE m.case_number = c.number
                    AND m.direction = 'INBOUND' AND m.kind <> 'REQUEST') AS wrote_at,
                   (SELECT MAX(m.created_at) FROM message m WHERE m.case_number = c.number
                    AND m.direction = 'OUTBOUND' AND m.kind <> 'ACKNOWLEDGEMENT') AS answered_at
            FROM support_case c
            JOIN customer u ON u.id = c.customer_id
            JOIN contact o ON o.id = c.contact_id
            WHERE c.id IN (:ids)""";

    private final JdbcClient database;
    private final NextPromise promise;

    DeskCases(JdbcClient database, NextPromise promise) {
        this.database = database;
        this.promise = promise;
    }

    /** Cases with smaller ids that have no row here yet, or not all their words, the newest first, at most so many. */
    public List<Long> missing(long below, int atMost) {
        return database.sql("""
                        SELECT c.id FROM support_case c LEFT JOIN desk_case d ON d.case_id = c.id
                        WHERE (d.case_id IS NULL OR NOT d.is_described) AND c.id < ? ORDER BY c.id DESC LIMIT ?""").params(below, atMost).query(Long.class).list();
    }

    /** How severe the case is now; empty when there is none of this number. */
    public Optional<Severity> severityOf(String number) {
        return database.sql("SELECT severity FROM support_case WHERE number = ?")
                .param(number)
                .query(Severity.class)
                .optional();
    }

    /** Makes the rows and words of these cases from what is kept of them elsewhere. */
    public void add(Collection<Long> caseIds) {
        var found = database.sql(READ)
                .param("ids", caseIds)
                .query((row, i) -> read(row))
                .list();
        insert(
                "INSERT INTO desk_case (case_id, number, customer_id, customer_name, contact_name, subject, locale,"
                        + " severity, status, queue, promise_due, customer_wrote_at, answered_at, is_described) VALUES ",
                found.stream().map(Kept::row).toList(),
                " ON DUPLICATE KEY UPDATE is_described = TRUE");
        insert(
                "INSERT IGNORE INTO desk_word (word, case_id, customer_id) VALUES ",
                found.stream().flatMap(Kept::words).toList(),
                "");
    }

    /** The case has changed in itself. */
    public void update(CaseWritten written) {
        database.sql("UPDATE desk_case SET severity = ?, status = ?, queue = ?, promise_due = ? WHERE case_id = ?")
                .param(written.severity().name())
                .param(written.status().name())
                .param(written.queue().group())
                .param(due(written.number()))
                .param(written.caseId())
                .update();
    }

    /** Somebody wrote: the customer, or we. */
    public void note(CaseMessage message) {
        if (message.automatic() && message.direction() == Direction.INBOUND) {
            return;
        }
        if (message.isReply()) {
            database.sql("UPDATE desk_case SET customer_wrote_at = ? WHERE number = ?")
                    .params(Columns.kept(message.createdAt()), message.caseNumber())
                    .update();
        } else if (message.isResponse()) {
            database.sql("UPDATE desk_case SET answered_at = ?, promise_due = ? WHERE number = ?")
                    .param(Columns.kept(message.createdAt()))
                    .param(due(new CaseNumber(message.caseNumber())))
                    .param(message.caseNumber())
                    .update();
        }
    }

    /** The customer has another name. By the earlier one its cases are still found. */
    public void renameCustomer(long customerId, String name) {
        database.sql("UPDATE desk_case SET customer_name = ? WHERE customer_id = ?")
                .params(name, customerId)
                .update();
        addWords(name, "customer_id = ?", customerId);
    }

    /** As {@link #renameCustomer}, of a contact. */
    public void renameContact(long contactId, String name) {
        String theirs = "case_id IN (SELECT id FROM support_case WHERE contact_id = ?)";
        database.sql("UPDATE desk_case SET contact_name = ? WHERE " + theirs)
                .params(name, contactId)
                .update();
        addWords(name, theirs, contactId);
    }

    private void addWords(String name, String whose, long id) {
        for (String word : DeskWords.of(List.of(name))) {
            database.sql(
                            "INSERT IGNORE INTO desk_word (word, case_id, customer_id) SELECT ?, case_id, customer_id FROM desk_case WHERE "
                                    + whose)
                    .params(word, id)
                    .update();
        }
    }

    private @Nullable LocalDateTime due(CaseNumber number) {
        return Columns.kept(promise.dueOf(number).orElse(null));
    }

    private Kept read(ResultSet row) throws SQLException {
        var number = new CaseNumber(row.getString("number"));
        var wroteAt = row.getObject("wrote_at", LocalDateTime.class);
        long id = row.getLong("id");
        var values = new ArrayList<@Nullable Object>();
        values.add(id);
        values.add(number.value());
        values.add(row.getLong("customer_id"));
        for (String column : List.of("customer_name", "contact_name", "subject", "locale", "severity", "status")) {
            values.add(row.getString(column));
        }
        values.add(Queue.valueOf(row.getString("queue")).group());
        values.add(due(number));
        // The request is the first word.
        values.add(wroteAt == null ? row.getObject("received_at", LocalDateTime.class) : wroteAt);
        values.add(row.getObject("answered_at", LocalDateTime.class));
        values.add(true);
        String reference = row.getString("external_reference");
        return new Kept(
                id,
                row.getLong("customer_id"),
                values,
                List.of(
                        digits(number),
                        row.getString("customer_name"),
                        row.getString("contact_name"),
                        row.getString("subject"),
                        reference == null ? "" : reference,
                        row.getString("description")));
    }

    /** As it is written, and as one says it. */
    private static String digits(CaseNumber number) {
        String digits = number.value().substring(number.value().lastIndexOf('-') + 1);
        return digits + " " + Integer.parseInt(digits);
    }

    private void insert(String into, List<List<@Nullable Object>> rows, String otherwise) {
        if (!rows.isEmpty()) {
            String row =
                    "(" + String.join(", ", Collections.nCopies(rows.getFirst().size(), "?")) + ")";
            database.sql(into + String.join(", ", Collections.nCopies(rows.size(), row)) + otherwise)
                    .params(rows.stream().flatMap(List::stream).toList())
                    .update();
        }
    }

    private record Kept(long id, long customerId, List<@Nullable Object> row, List<String> texts) {

        Stream<List<@Nullable Object>> words() {
            return DeskWords.of(texts).stream().map(word -> List.of(word, id, customerId));
        }
    }
}
