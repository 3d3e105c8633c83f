package io.casewright.statement.persistence;

import io.casewright.charge.persistence.ChargeLines;
import io.casewright.plan.domain.Charging.Tax;
import io.casewright.platform.database.UtcTime;
import io.casewright.statement.domain.StatementLine;
import io.casewright.statement.domain.Totals.Net;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which charges stand on which statement, and which of them customers dispute. */
@Component
public class StatementLines {

    private static final int AT_ONCE = 1000;
    private static final String LINES = """
            SELECT l.position, c.* FROM statement_line l JOIN charge_line c ON c.id = l.charge_line_id
            WHERE l.statement_id = ?""";

    private final JdbcClient database;
    private final JdbcTemplate many;

    StatementLines(JdbcClient database, JdbcTemplate many) {
        this.database = database;
        this.many = many;
    }

    /** What the lines of a statement are and add up to. */
    public record Sum(int lines, List<Net> nets) {}

    /** Customers with charges up to a day that stand on no statement. */
    public List<Long> customersWithCharges(LocalDate until) {
        return database.sql("""
                        SELECT DISTINCT c.customer_id FROM charge_line c LEFT JOIN statement_line l ON l.charge_line_id = c.id
                        WHERE c.day <= ? AND l.charge_line_id IS NULL ORDER BY c.customer_id""").param(until).query(Long.class).list();
    }

    /** The charges of a customer up to a day that stand on no statement, by currency and in the order of their days. */
    public Map<String, List<Long>> unstated(long customer, LocalDate until) {
        var byCurrency = new LinkedHashMap<String, List<Long>>();
        database.sql("""
                        SELECT c.id, c.currency FROM charge_line c LEFT JOIN statement_line l ON l.charge_line_id = c.id
                        WHERE c.customer_id = ? AND c.day <= ? AND l.charge_line_id IS NULL ORDER BY c.currency, c.day, c.id""").params(customer, until).query(row -> {
            byCurrency
                    .computeIfAbsent(row.getString("currency"), currency -> new ArrayList<>())
                    .add(row.getLong("id"));
        });
        return byCurrency;
    }

    /**
     * Puts charges on a statement, behind those that stand on it.
     *
     * @throws DuplicateKeyException when one of them stands on a statement already
     */
    public void add(long statement, List<Long> charges) {
        int last = database.sql("SELECT COALESCE(MAX(position), 0) FROM statement_line WHERE statement_id = ?")
                .param(statement)
                .query(Integer.class)
                .single();
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < charges.size(); i++) {
            rows.add(new Object[] {statement, last + i + 1, charges.get(i)});
        }
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            many.batchUpdate(
                    "INSERT INTO statement_line (statement_id, position, charge_line_id) VALUES (?, ?, ?)",
                    rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
        }
    }

    /** In their order. */
    public List<StatementLine> of(long statement) {
        var disputes = new HashMap<Integer, List<String>>();
        database.sql("SELECT position, case_number FROM statement_dispute WHERE statement_id = ? ORDER BY case_number")
                .param(statement)
                .query(row -> {
                    disputes.computeIfAbsent(row.getInt("position"), position -> new ArrayList<>())
                            .add(row.getString("case_number"));
                });
        return database.sql(LINES + " ORDER BY l.position")
                .param(statement)
                .query((row, i) -> new StatementLine(
                        row.getInt("position"),
                        ChargeLines.read(row),
                        disputes.getOrDefault(row.getInt("position"), List.of())))
                .list();
    }

    /** Of several statements by their ids; one query whatever their number. */
    public Map<Long, Sum> sums(Collection<Long> statements) {
        var sums = new HashMap<Long, Sum>();
        if (!statements.isEmpty()) {
            database.sql("""
                            SELECT l.statement_id, c.tax_name, c.tax_percent, SUM(c.amount) AS net, COUNT(*) AS line_count
                            FROM statement_line l JOIN charge_line c ON c.id = l.charge_line_id
                            WHERE l.statement_id IN (:ids) GROUP BY l.statement_id, c.tax_name, c.tax_percent""").param("ids", statements).query(row -> {
                var percent = row.getBigDecimal("tax_percent");
                String name = row.getString("tax_name");
                var net = new Net(
                        percent == null ? null : new Tax(name == null ? "" : name, percent), row.getBigDecimal("net"));
                sums.merge(
                        row.getLong("statement_id"), new Sum(row.getInt("line_count"), List.of(net)), (one, other) -> {
                            var nets = new ArrayList<>(one.nets());
                            nets.addAll(other.nets());
                            return new Sum(one.lines() + other.lines(), nets);
                        });
            });
        }
        return sums;
    }

    /** Keeps in which case a line is disputed; once. */
    public void disputed(long statement, int position, String caseNumber, Instant at) {
        try {
            database.sql(
                            "INSERT INTO statement_dispute (case_number, statement_id, position, disputed_at) VALUES (?, ?, ?, ?)")
                    .params(caseNumber, statement, position, UtcTime.kept(at))
                    .update();
        } catch (DuplicateKeyException e) {
            // The same dispute once more.
        }
    }
}
