package io.casewright.customer;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The delegated administration roles (GDAP) that customers granted, and which of them a piece of work needs at least
 * (Microsoft's list of least privileged roles by task).
 */
@Component
public class DelegatedAccess {

    private final List<LeastRoles.Row> leastRoles = LeastRoles.read();
    private final JdbcClient database;
    private final Clock clock;

    DelegatedAccess(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The least privileged role for looking into this product; the first line that fits counts. */
    public String leastRoleFor(@Nullable String product) {
        String name = product == null ? "" : product.toLowerCase(Locale.ROOT);
        return leastRoles.stream()
                .filter(row -> name.contains(row.product()))
                .findFirst()
                .orElseThrow()
                .role();
    }

    /** Whether the customer granted the role, and it has not run out. */
    public boolean isGranted(long customerId, String role) {
        return database.sql(
                                "SELECT COUNT(*) FROM delegated_role WHERE customer_id = ? AND role = ? AND active_until > ?")
                        .params(customerId, role, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
