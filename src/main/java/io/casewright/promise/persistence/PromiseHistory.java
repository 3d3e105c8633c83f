package io.casewright.promise.persistence;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.promise.domain.ClockState;
import io.casewright.promise.domain.Passing;
import io.casewright.promise.domain.Segment;
import io.casewright.promise.domain.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the promises of many cases, read a thousand at a time. */
@Component
public class PromiseHistory {

    private static final int AT_ONCE = 1000;

    private static final String IDS = """
            SELECT p.id, c.customer_id, u.name FROM promise p
            JOIN support_case c ON c.number = p.case_number
            JOIN customer u ON u.id = c.customer_id
            WHERE u.support_plan_id = ? AND c.received_at >= ? ORDER BY p.id""";

    private final JdbcClient database;
    private final ClockRows rows;

    PromiseHistory(JdbcClient database, ClockRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** A promise of a customer's case. */
    public record Happened(long customer, String customerName, CaseNumber number, ClockState state) {}

    private record Owned(long promise, long customer, String customerName) {}

    /** Each promise of the cases that customers of a plan sent since an instant. */
    public void ofPlan(long plan, Instant since, Consumer<Happened> heard) {
        var all = database.sql(IDS)
                .params(plan, LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .query((row, i) -> new Owned(row.getLong("id"), row.getLong("customer_id"), row.getString("name")))
                .list();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            tell(all.subList(from, Math.min(from + AT_ONCE, all.size())), heard);
        }
    }

    private void tell(List<Owned> owned, Consumer<Happened> heard) {
        var owners = new HashMap<Long, Owned>();
        owned.forEach(each -> owners.put(each.promise(), each));
        var terms = new HashMap<Long, List<Terms>>();
        each(
                "promise_terms",
                "place",
                owners.keySet(),
                (id, row) -> list(terms, id).add(rows.terms(row)));
        var segments = new HashMap<Long, List<Segment>>();
        each(
                "promise_segment",
                "place",
                owners.keySet(),
                (id, row) -> list(segments, id).add(ClockRows.segment(row, list(terms, id))));
        var passings = new HashMap<Long, List<Passing>>();
        each(
                "promise_passing",
                "passed_at, percent",
                owners.keySet(),
                (id, row) -> list(passings, id).add(ClockRows.passing(row)));
        database.sql("SELECT * FROM promise WHERE id IN (:ids) ORDER BY id")
                .param("ids", owners.keySet())
                .query(row -> {
                    long id = row.getLong("id");
                    var owner = Objects.requireNonNull(owners.get(id));
                    heard.accept(new Happened(
                            owner.customer(),
                            owner.customerName(),
                            new CaseNumber(row.getString("case_number")),
                            ClockRows.state(row, list(terms, id), list(segments, id), list(passings, id))));
                });
    }

    @FunctionalInterface
    private interface Reading {
        void read(long id, ResultSet row) throws SQLException;
    }

    private void each(String table, String order, Collection<Long> ids, Reading reading) {
        database.sql("SELECT * FROM " + table + " WHERE promise_id IN (:ids) ORDER BY promise_id, " + order)
                .param("ids", ids)
                .query(row -> {
                    reading.read(row.getLong("promise_id"), row);
                });
    }

    private static <T> List<T> list(Map<Long, List<T>> lists, long id) {
        return lists.computeIfAbsent(id, none -> new ArrayList<>());
    }
}
