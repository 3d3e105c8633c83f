package io.casewright.customer;

import io.casewright.plan.application.Plans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows customers, open and closed. */
@Service
@Transactional(readOnly = true)
public class ReadCustomers {

    private static final int MOST_HISTORY = 200;
    private static final int MOST_WORDS = 8;

    private static final String LIST = """
            SELECT u.id, u.name, u.domain, r.name AS partner, p.name AS plan, u.closed_at,
                   (SELECT COUNT(*) FROM contact o WHERE o.customer_id = u.id AND o.closed_at IS NULL) AS contacts
            FROM customer u
            JOIN partner r ON r.id = u.partner_id
            JOIN support_plan p ON p.id = u.support_plan_id
            WHERE %s ORDER BY u.name, u.id LIMIT :limit OFFSET :offset""";

    private static final String WORD = " AND (u.name LIKE :word%1$d OR u.tenant_id LIKE :word%1$d OR EXISTS (SELECT 1"
            + " FROM customer_domain d WHERE d.customer_id = u.id AND d.domain LIKE :word%1$d) OR EXISTS (SELECT 1"
            + " FROM contact o WHERE o.customer_id = u.id AND (o.name LIKE :word%1$d OR o.email LIKE :word%1$d)))";

    private final JdbcClient database;
    private final CustomerHistory history;
    private final Plans plans;

    ReadCustomers(JdbcClient database, CustomerHistory history, Plans plans) {
        this.database = database;
        this.plans = plans;
        this.history = history;
    }

    /** A customer in a list; with how many may ask in its name. */
    public record Row(
            long id, String name, String domain, String partner, String plan, boolean isClosed, int contacts) {}

    /** Names to choose from. */
    public record Choices(List<String> partners, List<String> plans) {}

    /**
     * Customers in whose names, tenant id, domains or contacts each of the words occurs, by name.
     *
     * @param closed those who left, instead of those who are there
     */
    public List<Row> find(String text, boolean closed, int offset, int atMost) {
        List<String> words = text.isBlank()
                ? List.of()
                : List.of(text.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+"));
        var conditions = new StringBuilder(closed ? "u.closed_at IS NOT NULL" : "u.closed_at IS NULL");
        int used = Math.min(words.size(), MOST_WORDS);
        for (int i = 0; i < used; i++) {
            conditions.append(WORD.formatted(i));
        }
        var query =
                database.sql(LIST.formatted(conditions)).param("limit", atMost).param("offset", offset);
        for (int i = 0; i < used; i++) {
            query = query.param("word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return query.query((row, i) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("domain"),
                        row.getString("partner"),
                        row.getString("plan"),
                        row.getObject("closed_at") != null,
                        row.getInt("contacts")))
                .list();
    }

    /** All of one customer; empty when there is none. */
    public Optional<CustomerFile> find(long id) {
        return database.sql("""
                        SELECT u.id, u.version, u.tenant_id, u.name, u.domain, u.delivery_model, u.locale, u.closed_at,
                               r.name AS partner, r.kind, p.id AS plan_id, p.name AS plan
                        FROM customer u
                        JOIN partner r ON r.id = u.partner_id
                        JOIN support_plan p ON p.id = u.support_plan_id
                        WHERE u.id = ?""").param(id).query((row, i) -> file(row)).optional();
    }

    public Choices choices() {
        return new Choices(
                database.sql("SELECT name FROM partner ORDER BY name")
                        .query(String.class)
                        .list(),
                List.copyOf(plans.holding().keySet()));
    }

    private CustomerFile file(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long plan = row.getLong("plan_id");
        var outline = plans.outline(plan, LocaleContextHolder.getLocale());
        String main = row.getString("domain");
        return new CustomerFile(
                id,
                row.getLong("version"),
                new CustomerDetails(
                        row.getString("tenant_id"),
                        row.getString("name"),
                        main,
                        otherDomains(id, main),
                        row.getString("partner"),
                        row.getString("plan"),
                        row.getString("delivery_model"),
                        row.getString("locale")),
                row.getString("kind"),
                new CustomerFile.Plan(
                        plan, outline.version(), outline.charging(), outline.serviceHours(), outline.contactMethods()),
                instant(row, "closed_at"),
                contacts(id),
                history.of(id, MOST_HISTORY));
    }

    private List<String> otherDomains(long id, String main) {
        var domains = new ArrayList<>(database.sql(
                        "SELECT domain FROM customer_domain WHERE customer_id = ? AND removed_at IS NULL ORDER BY id")
                .param(id)
                .query(String.class)
                .list());
        domains.remove(main);
        return domains;
    }

    private List<CustomerFile.ContactEntry> contacts(long id) {
        return database.sql("""
                        SELECT id, version, name, email, phone, closed_at, erased_at FROM contact
                        WHERE customer_id = ? ORDER BY closed_at IS NOT NULL, name, id""")
                .param(id)
                .query((row, i) -> new CustomerFile.ContactEntry(
                        row.getLong("id"),
                        row.getLong("version"),
                        new ContactDetails(
                                row.getString("name"),
                                row.getString("email"),
                                Objects.requireNonNullElse(row.getString("phone"), "")),
                        instant(row, "closed_at"),
                        row.getObject("erased_at") != null))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
