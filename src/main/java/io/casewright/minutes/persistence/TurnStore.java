package io.casewright.minutes.persistence;

import io.casewright.calendar.CalendarVersions;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.minutes.domain.Fact;
import io.casewright.minutes.domain.Hours;
import io.casewright.minutes.domain.Owner;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose turn it was, as facts. Writes beside JPA, since it is told while JPA writes a case. */
@Component
public class TurnStore {

    private static final String CASES = """
            SELECT c.number, c.received_at, u.name AS customer, p.kind AS we
            FROM support_case c
            JOIN customer u ON u.id = c.customer_id
            JOIN partner p ON p.id = u.partner_id
            WHERE\s""";

    private static final String FACTS = """
            SELECT t.case_number, t.at, t.what, t.subject, t.vendor FROM case_turn t
            WHERE t.case_number IN (:numbers) ORDER BY t.case_number, t.id""";

    private static final String HOURS = """
            SELECT p.case_number, s.since, s.calendar FROM promise_terms s JOIN promise p ON p.id = s.promise_id
            WHERE p.id IN (SELECT MIN(f.id) FROM promise f WHERE f.case_number IN (:numbers) GROUP BY f.case_number)
            ORDER BY p.case_number, s.place""";

    private static final String OF_A_PERIOD = """
            c.received_at < :to AND (c.ended_at IS NULL OR c.ended_at >= :from OR c.reopenings > 0)
            AND (:customer IS NULL OR u.name = :customer OR u.domain = :customer OR u.tenant_id = :customer)
            AND c.number > :after ORDER BY c.number LIMIT :many""";

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final CalendarVersions calendars;

    TurnStore(JdbcClient database, CalendarVersions calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    /**
     * What is known of the time of a case.
     *
     * @param we who we are for its customer
     */
    public record Kept(String number, String customer, Owner we, List<Fact> facts, List<Hours> hours) {}

    private record Line(String number, String customer, Owner we) {}

    /** Adds what happened to a case. Who keeps messages knows nothing of cases, so there may be none. */
    public void add(CaseNumber number, Fact fact) {
        var vendor = fact.vendor();
        database.sql("INSERT INTO case_turn (case_number, at, what, subject, vendor)"
                        + " SELECT number, ?, ?, ?, ? FROM support_case WHERE number = ?")
                .params(
                        UtcTime.kept(fact.at()),
                        fact.what().name(),
                        fact.subject(),
                        vendor == null ? null : vendor.name())
                .param(number.value())
                .update();
    }

    /** Adds that the customer was heard, if the case is known by its row only. */
    public void addHeard(long caseId, Instant at) {
        database.sql("INSERT INTO case_turn (case_number, at, what) SELECT number, ?, ? FROM support_case WHERE id = ?")
                .params(UtcTime.kept(at), Fact.What.CUSTOMER_HEARD.name(), caseId)
                .update();
    }

    /** Whether a question waits, rather than a consent; as the running transaction has written it. */
    public boolean isAsked(CaseNumber number) {
        return database.sql("SELECT reply_due IS NOT NULL FROM support_case WHERE number = ?")
                .param(number.value())
                .query(Boolean.class)
                .single();
    }

    /** The issue that a case waits with, likewise. */
    public @Nullable String issueOf(CaseNumber number) {
        return database.sql("SELECT known_issue FROM support_case WHERE number = ?")
                .param(number.value())
                .query((row, i) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** One case; empty when there is none of this number. */
    public Optional<Kept> of(CaseNumber number) {
        var lines = database.sql(CASES + "c.number = :number")
                .param("number", number.value())
                .query((row, i) -> line(row))
                .list();
        return with(lines).stream().findFirst();
    }

    /**
     * Hands over all cases with time between two instants, in the order of their numbers.
     *
     * @param customer its name, domain or tenant id; null for all
     */
    public void each(Instant from, Instant to, @Nullable String customer, Consumer<Kept> taker) {
        String after = "";
        while (true) {
            var lines = database.sql(CASES + OF_A_PERIOD)
                    .param("from", UtcTime.kept(from))
                    .param("to", UtcTime.kept(to))
                    .param("customer", customer)
                    .param("after", after)
                    .param("many", AT_ONCE)
                    .query((row, i) -> line(row))
                    .list();
            with(lines).forEach(taker);
            if (lines.size() < AT_ONCE) {
                return;
            }
            after = lines.getLast().number();
        }
    }

    private List<Kept> with(List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var numbers = lines.stream().map(Line::number).toList();
        var facts = new HashMap<String, List<Fact>>();
        database.sql(FACTS).param("numbers", numbers).query(row -> {
            listOf(row, facts).add(fact(row));
        });
        var hours = new HashMap<String, List<Hours>>();
        database.sql(HOURS).param("numbers", numbers).query(row -> {
            listOf(row, hours).add(hours(row));
        });
        return lines.stream()
                .map(line -> new Kept(
                        line.number(),
                        line.customer(),
                        line.we(),
                        facts.getOrDefault(line.number(), List.of()),
                        hours.getOrDefault(line.number(), List.of())))
                .toList();
    }

    private static <T> List<T> listOf(ResultSet row, Map<String, List<T>> byCase) throws SQLException {
        return byCase.computeIfAbsent(row.getString("case_number"), number -> new ArrayList<>());
    }

    private static Line line(ResultSet row) throws SQLException {
        var we = switch (row.getString("we")) {
            case "INDIRECT_RESELLER" -> Owner.RESELLER;
            case "INDIRECT_PROVIDER" -> Owner.PROVIDER;
            default -> Owner.PARTNER;
        };
        return new Line(row.getString("number"), row.getString("customer"), we);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        String vendor = row.getString("vendor");
        return new Fact(
                UtcTime.read(row, "at"),
                Fact.What.valueOf(row.getString("what")),
                row.getString("subject"),
                vendor == null ? null : Owner.valueOf(vendor));
    }

    private Hours hours(ResultSet row) throws SQLException {
        return new Hours(UtcTime.read(row, "since"), calendars.named(row.getString("calendar")));
    }
}
