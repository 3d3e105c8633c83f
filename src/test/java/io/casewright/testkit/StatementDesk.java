package io.casewright.testkit;

import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.charge.persistence.ChargeLines;
import io.casewright.charge.persistence.ChargeLines.NewLine;
import io.casewright.customer.CustomerDirectory;
import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.text.Money;
import io.casewright.statement.application.DecideStatement;
import io.casewright.statement.application.MakeDrafts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers with charges, and statements of them in the state a test starts from. */
@TestComponent
public class StatementDesk {

    public static final Tax VAT = new Tax("VAT", new BigDecimal("19"));

    private final PlanDesk plans;
    private final ChargeLines charges;
    private final CustomerDirectory directory;
    private final MakeDrafts drafts;
    private final DecideStatement decide;
    private final JdbcClient database;
    private final Clock clock;

    StatementDesk(
            PlanDesk plans,
            ChargeLines charges,
            CustomerDirectory directory,
            MakeDrafts drafts,
            DecideStatement decide,
            JdbcClient database,
            Clock clock) {
        this.plans = plans;
        this.charges = charges;
        this.directory = directory;
        this.drafts = drafts;
        this.decide = decide;
        this.database = database;
        this.clock = clock;
    }

    /** A customer without charges, by its domain. */
    public String customer(String locale) {
        return plans.customerUnder(plans.plan(PlanText.right()), locale);
    }

    public long idOf(String domain) {
        return directory.findCustomer(domain).orElseThrow();
    }

    public YearMonth month() {
        return drafts.pastMonth();
    }

    /** In the past month. */
    public LocalDate day(int day) {
        return month().atDay(day);
    }

    /** An hour of work of the past month, in euros and with tax. */
    public void work(String domain, String amount) {
        charge(domain, null, Kind.TIME, day(3), 60, amount, "EUR", VAT);
    }

    public void charge(
            String domain,
            @Nullable String caseNumber,
            Kind kind,
            LocalDate day,
            @Nullable Integer minutes,
            String amount,
            String currency,
            @Nullable Tax tax) {
        var money = new Money(new BigDecimal(amount), Currency.getInstance(currency));
        charges.add(
                new NewLine(
                        idOf(domain),
                        caseNumber,
                        UUID.randomUUID().toString(),
                        kind,
                        day,
                        minutes,
                        money,
                        money,
                        tax,
                        1,
                        1,
                        null),
                clock.instant());
    }

    /** The draft of the past month of a customer with charges; its id. */
    public long draft(String domain) {
        drafts.make(month());
        return of(domain).getLast();
    }

    /** Ids of the statements of a customer, in the order in which they were made. */
    public List<Long> of(String domain) {
        return database.sql("SELECT id FROM statement WHERE customer_id = ? ORDER BY id")
                .param(idOf(domain))
                .query(Long.class)
                .list();
    }

    /** The key under which the process knows the proposal. */
    public String proposed(long statement) {
        decide.propose(statement, "owner");
        return keyOf(statement);
    }

    public String keyOf(long statement) {
        return "Statement %d-%d"
                .formatted(
                        statement,
                        database.sql("SELECT proposals FROM statement WHERE id = ?")
                                .param(statement)
                                .query(Integer.class)
                                .single());
    }

    public long approved(String domain) {
        long id = draft(domain);
        decide.decide(proposed(id), true, null, "manager");
        return id;
    }

    /** Empty before it is approved. */
    public String numberOf(long statement) {
        return database.sql("SELECT COALESCE(number, '') FROM statement WHERE id = ?")
                .param(statement)
                .query(String.class)
                .single();
    }
}
