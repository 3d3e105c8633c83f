package io.casewright.customer;

import io.casewright.plan.application.Plans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers and their contacts as agents look them up. */
@Component
public class ContactBook {

    private static final String FIND = """
            SELECT u.name AS customer_name, u.domain, o.name, o.email, o.phone, p.name AS plan
            FROM contact o
            JOIN customer u ON u.id = o.customer_id
            JOIN support_plan p ON p.id = u.support_plan_id
            WHERE o.closed_at IS NULL AND u.closed_at IS NULL AND %s
            ORDER BY u.name, o.name
            LIMIT :limit""";

    private static final String WORD = "(u.name LIKE :word%1$d OR o.name LIKE :word%1$d"
            + " OR o.email LIKE :word%1$d OR REPLACE(o.phone, ' ', '') LIKE :word%1$d OR EXISTS (SELECT 1"
            + " FROM customer_domain d WHERE d.customer_id = u.id AND d.held = 1 AND d.domain LIKE :word%1$d))";

    private final JdbcClient database;
    private final Plans plans;

    ContactBook(JdbcClient database, Plans plans) {
        this.database = database;
        this.plans = plans;
    }

    /** A contact, by what somebody on the telephone would say. */
    public record Entry(
            String customerName,
            String customerDomain,
            String name,
            String email,
            @Nullable String phone,
            String plan) {}

    /**
     * What an agent must know of who asks.
     *
     * @param plan name of the support plan
     * @param charging how support is charged, by its name
     */
    public record Card(
            long customerId,
            String customerName,
            String customerDomain,
            String partnerName,
            String deliveryModel,
            String plan,
            String charging,
            String serviceHours,
            String contactMethods,
            String name,
            String email,
            @Nullable String phone,
            String locale) {}

    /** Open contacts in which each of the words occurs, in the name of person or customer, in address, domain or number. */
    public List<Entry> find(String text, int atMost) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        var conditions = new StringBuilder("TRUE");
        for (int i = 0; i < words.size(); i++) {
            conditions.append(" AND ").append(WORD.formatted(i));
        }
        var query = database.sql(FIND.formatted(conditions)).param("limit", atMost);
        for (int i = 0; i < words.size(); i++) {
            query = query.param("word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return query.query((row, i) -> new Entry(
                        row.getString("customer_name"),
                        row.getString("domain"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("plan")))
                .list();
    }

    /** Empty when there is no such contact. */
    public Optional<Card> card(long contactId) {
        return database.sql("""
                        SELECT u.id, u.name AS customer_name, u.domain, r.name AS partner_name, u.delivery_model,
                               p.id AS plan_id, p.name AS plan, o.name, o.email, o.phone,
                               u.locale
                        FROM contact o
                        JOIN customer u ON u.id = o.customer_id
                        JOIN support_plan p ON p.id = u.support_plan_id
                        JOIN partner r ON r.id = u.partner_id
                        WHERE o.id = ?""").param(contactId).query((row, i) -> card(row)).optional();
    }

    private Card card(ResultSet row) throws SQLException {
        var outline = plans.outline(row.getLong("plan_id"), LocaleContextHolder.getLocale());
        return new Card(
                row.getLong("id"),
                row.getString("customer_name"),
                row.getString("domain"),
                row.getString("partner_name"),
                row.getString("delivery_model"),
                row.getString("plan"),
                outline.charging(),
                outline.serviceHours(),
                outline.contactMethods(),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("locale"));
    }
}
