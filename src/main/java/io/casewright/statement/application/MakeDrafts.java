package io.casewright.statement.application;

import io.casewright.platform.time.PartnerDays;
import io.casewright.statement.domain.Statement.State;
import io.casewright.statement.domain.StatementRefused;
import io.casewright.statement.persistence.StatementLines;
import io.casewright.statement.persistence.Statements;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Makes drafts of statements: one for each customer and currency with charges up to the end of a month that stand on no statement. */
@Service
public class MakeDrafts {

    private static final int MONTHS_BACK = 12;

    private final ChargeMonths months;
    private final Statements statements;
    private final StatementLines lines;
    private final TransactionOperations transactions;
    private final PartnerDays days;
    private final Clock clock;

    MakeDrafts(
            ChargeMonths months,
            Statements statements,
            StatementLines lines,
            TransactionOperations transactions,
            PartnerDays days,
            Clock clock) {
        this.months = months;
        this.statements = statements;
        this.lines = lines;
        this.transactions = transactions;
        this.days = days;
        this.clock = clock;
    }

    /** The last month that is over where the partner is. */
    public YearMonth pastMonth() {
        return YearMonth.from(days.today()).minusMonths(1);
    }

    /**
     * Makes those of the month that are missing. A customer that has its statement of the month gets no second one in the currency: what
     * came later goes on the next month's.
     *
     * @return how many were made
     * @throws StatementRefused when the month is not over, or was over long ago
     */
    public int make(YearMonth month) {
        if (month.isAfter(pastMonth()) || month.isBefore(pastMonth().minusMonths(MONTHS_BACK))) {
            throw new StatementRefused("Choose a month that is over, of the last twelve.");
        }
        months.charge(month);
        return lines.customersWithCharges(month.atEndOfMonth()).stream()
                .mapToInt(customer -> Objects.requireNonNull(transactions.execute(status -> make(customer, month))))
                .sum();
    }

    private int make(long customer, YearMonth month) {
        // Of two runs the second sees what the first has made.
        statements.holdCustomer(customer);
        int made = 0;
        for (var each : lines.unstated(customer, month.atEndOfMonth()).entrySet()) {
            var currency = Currency.getInstance(each.getKey());
            if (!statements.exists(customer, month, currency)) {
                lines.add(statements.add(customer, month, currency, clock.instant()), each.getValue());
                made++;
            }
        }
        return made;
    }

    /**
     * Puts on a draft what came up since, such as what takes a wrong charge back.
     *
     * @return how many lines were added
     * @throws NoSuchStatement when there is none
     * @throws StatementRefused when it is a draft no more
     */
    @Transactional
    public int takeUp(long id) {
        var draft = statements.hold(id).orElseThrow(() -> new NoSuchStatement(id));
        if (!draft.is(State.DRAFT)) {
            throw new StatementRefused("Only a draft takes up further lines.");
        }
        statements.holdCustomer(draft.customer());
        var later = lines.unstated(draft.customer(), draft.month().atEndOfMonth())
                .getOrDefault(draft.currency().getCurrencyCode(), List.of());
        lines.add(id, later);
        return later.size();
    }
}
