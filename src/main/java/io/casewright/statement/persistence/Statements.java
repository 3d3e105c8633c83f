package io.casewright.statement.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.statement.domain.Statement;
import io.casewright.statement.domain.Statement.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Statements themselves, without their lines. */
@Component
public class Statements {

    private static final String SELECT = """
            SELECT s.*, u.name AS customer_name, u.domain AS customer_domain
            FROM statement s JOIN customer u ON u.id = s.customer_id WHERE\s""";

    private final JdbcClient database;

    Statements(JdbcClient database) {
        this.database = database;
    }

    public Optional<Statement> find(long id) {
        return one("s.id = ?", id);
    }

    /** For a transaction that changes it: whoever else wants to waits. */
    public Optional<Statement> hold(long id) {
        return one("s.id = ? FOR UPDATE OF s", id);
    }

    public Optional<Statement> ofNumber(long customer, String number) {
        return database.sql(SELECT + "s.customer_id = ? AND s.number = ?")
                .params(customer, number)
                .query((row, i) -> read(row))
                .optional();
    }

    /** Those that wait for a second person. */
    public List<Statement> proposed() {
        return database.sql(SELECT + "s.state = 'PROPOSED'")
                .query((row, i) -> read(row))
                .list();
    }

    /** Those of a month by the name of the customer. */
    public List<Statement> of(YearMonth month, @Nullable State state) {
        return database.sql(SELECT + "s.month = ? AND (? IS NULL OR s.state = ?) ORDER BY u.name, u.id, s.currency")
                .param(month.atDay(1))
                .param(state == null ? null : state.name())
                .param(state == null ? null : state.name())
                .query((row, i) -> read(row))
                .list();
    }

    /** Those a customer may read, the newest first. */
    public List<Statement> approvedOf(long customer, int most) {
        return database.sql(SELECT
                        + "s.customer_id = ? AND s.state = 'APPROVED' ORDER BY s.decided_at DESC, s.id DESC LIMIT ?")
                .params(customer, most)
                .query((row, i) -> read(row))
                .list();
    }

    /** Lets nobody else make statements of the customer until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdCustomer(long customer) {
        database.sql("SELECT id FROM customer WHERE id = ? FOR UPDATE")
                .param(customer)
                .query(Long.class)
                .single();
    }

    public boolean exists(long customer, YearMonth month, Currency currency) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM statement WHERE customer_id = ? AND month = ? AND currency = ?)")
                .params(customer, month.atDay(1), currency.getCurrencyCode())
                .query(Boolean.class)
                .single();
    }

    /** Adds a draft without lines. */
    public long add(long customer, YearMonth month, Currency currency, Instant now) {
        var key = new GeneratedKeyHolder();
        database.sql(
                        "INSERT INTO statement (customer_id, month, currency, state, made_at) VALUES (?, ?, ?, 'DRAFT', ?)")
                .params(customer, month.atDay(1), currency.getCurrencyCode(), UtcTime.kept(now))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    public void propose(long id, String login, Instant now) {
        database.sql(
                        "UPDATE statement SET state = 'PROPOSED', proposals = proposals + 1, proposed_by = ?, proposed_at = ?,"
                                + " decided_by = NULL, decided_at = NULL, decision = NULL WHERE id = ?")
                .params(login, UtcTime.kept(now), id)
                .update();
    }

    public void decline(long id, String login, String reason, Instant now) {
        database.sql("UPDATE statement SET state = 'DRAFT', decided_by = ?, decided_at = ?, decision = ? WHERE id = ?")
                .params(login, UtcTime.kept(now), reason, id)
                .update();
    }

    public void approve(long id, String number, String login, Instant now) {
        database.sql("UPDATE statement SET state = 'APPROVED', number = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .params(number, login, UtcTime.kept(now), id)
                .update();
    }

    /**
     * The next number of the year. It is taken in the current transaction, and given back when that comes to nothing; until it ends nobody
     * else gets one.
     *
     * @throws IllegalStateException when the year has used up its million
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String nextNumber(int year) {
        database.sql("UPDATE statement_number SET last_number = last_number + 1 WHERE year = ?")
                .param(year)
                .update();
        int number = database.sql("SELECT last_number FROM statement_number WHERE year = ? FOR UPDATE")
                .param(year)
                .query(Integer.class)
                .single();
        if (number > 999_999) {
            throw new IllegalStateException("All numbers of statements of " + year + " are used up");
        }
        return "ST-%04d-%06d".formatted(year, number);
    }

    private Optional<Statement> one(String which, long id) {
        return database.sql(SELECT + which)
                .param(id)
                .query((row, i) -> read(row))
                .optional();
    }

    private static Statement read(ResultSet row) throws SQLException {
        return new Statement(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getString("customer_domain"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Currency.getInstance(row.getString("currency")),
                State.valueOf(row.getString("state")),
                row.getInt("proposals"),
                row.getString("number"),
                UtcTime.read(row, "made_at"),
                row.getString("proposed_by"),
                UtcTime.readIfAny(row, "proposed_at"),
                row.getString("decided_by"),
                UtcTime.readIfAny(row, "decided_at"),
                row.getString("decision"));
    }
}
