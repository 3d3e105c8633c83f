package io.casewright.testkit;

import io.casewright.calendar.domain.CalendarText;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerDetails;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.plan.domain.PlanApproval;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.TermsReading;
import io.casewright.plan.persistence.PlanStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Plans of a test's own, and customers under them. */
@TestComponent
public class PlanDesk {

    private static final Editor MAYA = new Editor("manager", "Maya");

    private final PlanStore store;
    private final KeepCustomers customers;
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Clock clock;

    PlanDesk(
            PlanStore store,
            KeepCustomers customers,
            JdbcClient database,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A plan of which the first version holds since the day before yesterday. */
    public long plan(PlanFields fields) {
        String name = "Plan " + UUID.randomUUID();
        database.sql("INSERT INTO support_plan (name) VALUES (?)").param(name).update();
        long id = database.sql("SELECT id FROM support_plan WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
        version(id, 1, clock.instant().minusSeconds(172_800), fields);
        return id;
    }

    /** A further version of it. */
    public void version(long plan, int number, Instant validFrom, PlanFields fields) {
        CalendarText calendar = TermsReading.of(fields).calendar();
        transactions.executeWithoutResult(status -> store.add(
                plan, number, validFrom, calendar, fields, new PlanApproval("owner", "manager", clock.instant())));
    }

    public String nameOf(long plan) {
        return store.nameOf(plan).orElseThrow();
    }

    /** A new customer under this plan, with one contact, {@code it@} its domain; by its domain. */
    public String customerUnder(long plan, String locale) {
        String domain = "c" + UUID.randomUUID().toString().replace("-", "") + ".example";
        long id = customers.add(
                new CustomerDetails(
                        UUID.randomUUID().toString(),
                        "Company " + domain,
                        domain,
                        List.of(),
                        "Northwind Cloud",
                        nameOf(plan),
                        "OWN",
                        locale),
                MAYA);
        customers.addContact(id, new ContactDetails("Ida Example", "it@" + domain, ""), MAYA);
        return domain;
    }

    public void give(String domain, long plan) {
        database.sql("UPDATE customer SET support_plan_id = ? WHERE domain = ?")
                .params(plan, domain)
                .update();
    }
}
