package io.casewright.customer;

import io.casewright.platform.personal.Pseudonym;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is known of the person that a contact is, now and before. */
@Component
public class KnownPersons {

    private final JdbcClient database;

    KnownPersons(JdbcClient database) {
        this.database = database;
    }

    /**
     * A person.
     *
     * @param sharedNames those of the names that another contact of the customer has too; likewise of the phones
     * @param elsewhere names of other customers whose contact has the same address
     */
    public record KnownPerson(
            long contactId,
            long customerId,
            String customerName,
            String name,
            String email,
            Set<String> names,
            Set<String> addresses,
            Set<String> phones,
            Set<String> sharedNames,
            Set<String> sharedPhones,
            List<String> elsewhere,
            @Nullable Instant closedAt,
            @Nullable Instant erasedAt) {

        public boolean isErased() {
            return erasedAt != null;
        }
    }

    private record Row(
            String customerName,
            String name,
            String email,
            @Nullable String phone,
            @Nullable Instant closedAt,
            @Nullable Instant erasedAt) {}

    /** Empty when the customer has no such contact. */
    @Transactional(readOnly = true)
    public Optional<KnownPerson> find(long customerId, long contactId) {
        return row(customerId, contactId, "").map(row -> person(customerId, contactId, row));
    }

    /** As {@link #find}; until the transaction ends nobody changes the contact, and none opens a case in its name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<KnownPerson> hold(long customerId, long contactId) {
        return row(customerId, contactId, " FOR UPDATE OF o").map(row -> person(customerId, contactId, row));
    }

    /** A contact that nobody is, for cases of a person who stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long addNobody(long customerId, Pseudonym pseudonym, Instant at) {
        var key = new GeneratedKeyHolder();
        var time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        database.sql("INSERT INTO contact (customer_id, name, email, closed_at, erased_at) VALUES (?, ?, ?, ?, ?)")
                .params(customerId, pseudonym.name(), pseudonym.address(), time, time)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private Optional<Row> row(long customerId, long contactId, String lock) {
        return database.sql("SELECT u.name AS customer_name, o.name, o.email, o.phone, o.closed_at, o.erased_at"
                        + " FROM contact o JOIN customer u ON u.id = o.customer_id WHERE o.customer_id = ? AND o.id = ?"
                        + lock)
                .params(customerId, contactId)
                .query((row, index) -> new Row(
                        row.getString("customer_name"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        instant(row.getObject("closed_at", LocalDateTime.class)),
                        instant(row.getObject("erased_at", LocalDateTime.class))))
                .optional();
    }

    private KnownPerson person(long customerId, long contactId, Row row) {
        var names = ever(contactId, "name", row.name);
        var addresses = ever(contactId, "e-mail address", row.email);
        var phones = ever(contactId, "telephone", row.phone);
        return new KnownPerson(
                contactId,
                customerId,
                row.customerName,
                row.name,
                row.email,
                names,
                addresses,
                phones,
                shared(customerId, contactId, "name", names),
                shared(customerId, contactId, "phone", phones),
                database.sql("SELECT DISTINCT u.name FROM contact o JOIN customer u ON u.id = o.customer_id"
                                + " WHERE o.email = ? AND o.customer_id <> ? AND o.erased_at IS NULL ORDER BY u.name")
                        .params(row.email, customerId)
                        .query(String.class)
                        .list(),
                row.closedAt,
                row.erasedAt);
    }

    private Set<String> ever(long contactId, String what, @Nullable String now) {
        var values = new LinkedHashSet<String>();
        if (now != null) {
            values.add(now);
        }
        values.addAll(
                database.sql("SELECT v FROM (SELECT before_value AS v FROM customer_change WHERE contact_id = :contact"
                                + " AND what = :what UNION SELECT after_value FROM customer_change WHERE contact_id = :contact"
                                + " AND what = :what) AS former WHERE v IS NOT NULL")
                        .param("contact", contactId)
                        .param("what", what)
                        .query(String.class)
                        .list());
        return values;
    }

    private Set<String> shared(long customerId, long contactId, String column, Set<String> values) {
        return values.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("SELECT DISTINCT " + column
                                + " FROM contact WHERE customer_id = :customer AND id <> :contact AND " + column
                                + " IN (:values)")
                        .param("customer", customerId)
                        .param("contact", contactId)
                        .param("values", values)
                        .query(String.class)
                        .list());
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
