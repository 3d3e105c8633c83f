package io.casewright.prepaid.persistence;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which plan a customer buys. */
@Component
public class Buyers {

    private static final String PLAN = "SELECT support_plan_id FROM customer WHERE id = ? AND closed_at IS NULL";

    private final JdbcClient database;

    Buyers(JdbcClient database) {
        this.database = database;
    }

    /** Id of the plan of an open customer. */
    public Optional<Long> planOf(long customer) {
        return database.sql(PLAN).param(customer).query(Long.class).optional();
    }

    /** The same, which nobody changes before the transaction ends. To be asked for before the account, as whoever opens a case does. */
    public Optional<Long> holdPlanOf(long customer) {
        return database.sql(PLAN + " FOR SHARE")
                .param(customer)
                .query(Long.class)
                .optional();
    }
}
