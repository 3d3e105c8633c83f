package io.casewright.charge.persistence;

import io.casewright.charge.domain.ChargeLine;
import io.casewright.charge.domain.ChargeLine.Kind;
import io.casewright.charge.domain.Charged;
import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.database.UtcTime;
import io.casewright.platform.text.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers pay, which is only added to. */
@Component
public class ChargeLines {

    private final JdbcClient database;

    ChargeLines(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is to be charged.
     *
     * @param key one for each charge of all customers: the same again charges nothing
     * @param timeEntry the work it is for; null for anything else
     */
    public record NewLine(
            long customer,
            @Nullable String caseNumber,
            String key,
            Kind kind,
            LocalDate day,
            @Nullable Integer minutes,
            Money unitPrice,
            Money amount,
            @Nullable Tax tax,
            long plan,
            int planVersion,
            @Nullable Long timeEntry) {}

    /** Charges it, unless that key was charged before; says whether it was new. */
    public boolean add(NewLine line, Instant now) {
        try {
            database.sql("""
                            INSERT INTO charge_line (customer_id, case_number, line_key, kind, day, minutes, unit_price, amount,
                                                     currency, tax_name, tax_percent, plan_id, plan_version, time_entry_id, made_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(line.customer())
                    .param(line.caseNumber())
                    .params(line.key(), line.kind().name(), line.day())
                    .param(line.minutes())
                    .params(line.unitPrice().amount(), line.amount().amount())
                    .param(line.amount().currency().getCurrencyCode())
                    .param(line.tax() == null ? null : line.tax().name())
                    .param(line.tax() == null ? null : line.tax().percent())
                    .params(line.plan(), line.planVersion())
                    .param(line.timeEntry())
                    .param(UtcTime.kept(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The key of a line that is charged for a thing which a case costs: its first, its second and so on. */
    public static String key(String caseNumber, String source, int nth) {
        return caseNumber + "/" + source + "/" + nth;
    }

    /** What was charged for a case so far, for each thing that it costs. */
    public List<Charged> chargedFor(String caseNumber) {
        return database.sql("""
                        SELECT SUBSTRING_INDEX(SUBSTRING_INDEX(line_key, '/', 2), '/', -1) AS source, MIN(kind) AS kind,
                               COUNT(*) AS line_count, SUM(minutes) AS minutes, MIN(unit_price) AS unit_price,
                               SUM(amount) AS amount, MIN(currency) AS currency, MIN(time_entry_id) AS time_entry_id
                        FROM charge_line WHERE case_number = ? GROUP BY source""")
                .param(caseNumber)
                .query((row, i) -> charged(row))
                .list();
    }

    private static Charged charged(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Charged(
                row.getString("source"),
                Kind.valueOf(row.getString("kind")),
                row.getInt("line_count"),
                row.getObject("minutes", Integer.class),
                money(row.getBigDecimal("unit_price"), currency),
                money(row.getBigDecimal("amount"), currency),
                row.getObject("time_entry_id", Long.class));
    }

    /** What was charged for a case, in the order in which it was. */
    public List<ChargeLine> ofCase(String caseNumber) {
        return database.sql("SELECT * FROM charge_line WHERE case_number = ? ORDER BY id")
                .param(caseNumber)
                .query((row, i) -> read(row))
                .list();
    }

    /** What came up for a customer on these days, both included, in that order. */
    public List<ChargeLine> ofCustomer(long customer, LocalDate from, LocalDate to) {
        return database.sql("SELECT * FROM charge_line WHERE customer_id = ? AND day BETWEEN ? AND ? ORDER BY day, id")
                .params(customer, from, to)
                .query((row, i) -> read(row))
                .list();
    }

    /** A row of the table, also where it stands beside others. */
    public static ChargeLine read(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new ChargeLine(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("case_number"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getObject("minutes", Integer.class),
                money(row.getBigDecimal("unit_price"), currency),
                money(row.getBigDecimal("amount"), currency),
                tax(row.getString("tax_name"), row.getBigDecimal("tax_percent")),
                row.getLong("plan_id"),
                row.getInt("plan_version"));
    }

    private static Money money(BigDecimal kept, Currency currency) {
        return new Money(kept.setScale(Math.max(0, currency.getDefaultFractionDigits())), currency);
    }

    private static @Nullable Tax tax(@Nullable String name, @Nullable BigDecimal percent) {
        return Optional.ofNullable(percent)
                .map(known -> new Tax(name == null ? "" : name, withoutZeros(known)))
                .orElse(null);
    }

    private static BigDecimal withoutZeros(BigDecimal percent) {
        var plain = percent.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
