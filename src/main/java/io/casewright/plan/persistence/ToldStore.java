package io.casewright.plan.persistence;

import io.casewright.message.WaitingLetters;
import io.casewright.plan.domain.ToldVersion;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which version each case was begun, by which it is measured, and which versions were told to whom. */
@Component
public class ToldStore {

    /** Where the letters wait. */
    public static final String LETTERS = "plan_told";

    private static final String TOLD = """
            SELECT t.*, p.name AS plan_name, u.name AS customer_name, o.name AS contact_name
            FROM plan_told t
            JOIN support_plan p ON p.id = t.plan_id
            JOIN customer u ON u.id = t.customer_id
            JOIN contact o ON o.id = t.contact_id
            WHERE %s ORDER BY t.id DESC LIMIT 500""";

    private static final String HELD_AT_RECEIPT = """
            SELECT c.number, v.plan_id, v.number AS plan_version, NULL AS calendar FROM support_case c
            JOIN customer u ON u.id = c.customer_id
            JOIN plan_version v ON v.plan_id = u.support_plan_id AND v.valid_from <= c.received_at
            WHERE c.number = ? ORDER BY v.valid_from DESC LIMIT 1""";

    private static final String MEASURING = """
            SELECT p.case_number, COALESCE(p.measured_plan_id, p.plan_id) AS plan_id,
                   COALESCE(p.measured_version, p.plan_version) AS plan_version,
                   IF(p.measured_version IS NULL, p.calendar, p.measured_calendar) AS calendar
            FROM case_plan p WHERE\s""";

    private static final String RUNNING = """
            p.case_number IN (SELECT c.number FROM support_case c
              WHERE c.customer_id = ? AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'DUPLICATE')
                AND EXISTS (SELECT 1 FROM promise r WHERE r.case_number = c.number AND r.ended_at IS NULL))""";

    private final JdbcClient database;

    ToldStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A version by its plan.
     *
     * @param calendar by which a case has its hours; null when it is that of the version
     */
    public record Ref(long plan, int version, @Nullable String calendar) {

        public Ref(long plan, int version) {
            this(plan, version, null);
        }
    }

    /** Keeps under which version the case is begun: that of its customer's plan which held when the request was received. */
    public void begin(String caseNumber) {
        database.sql("INSERT IGNORE INTO case_plan (case_number, plan_id, plan_version, calendar) " + HELD_AT_RECEIPT)
                .param(caseNumber)
                .update();
    }

    /**
     * Keeps from which site the case comes.
     *
     * @param calendar that has the hours of its version there; null when they hold wherever it comes from
     */
    public void place(String caseNumber, long site, @Nullable String calendar) {
        database.sql("UPDATE case_plan SET site_id = ?, calendar = ? WHERE case_number = ?")
                .params(site, calendar, caseNumber)
                .update();
    }

    /** The version under which a case was begun; while none is kept, the one that would be. */
    public Optional<Ref> ofCase(String caseNumber) {
        return ref("SELECT plan_id, plan_version, calendar FROM case_plan WHERE case_number = ?", caseNumber)
                .or(() -> ref(HELD_AT_RECEIPT, caseNumber));
    }

    /** The versions under which cases were begun, by number; one query whatever their number. */
    public Map<String, Ref> ofCases(Collection<String> caseNumbers) {
        var versions = new HashMap<String, Ref>();
        if (!caseNumbers.isEmpty()) {
            database.sql(
                            "SELECT case_number, plan_id, plan_version, calendar FROM case_plan WHERE case_number IN (:numbers)")
                    .param("numbers", caseNumbers)
                    .query(row -> {
                        versions.put(row.getString("case_number"), ref(row));
                    });
        }
        return versions;
    }

    private Optional<Ref> ref(String query, String caseNumber) {
        return database.sql(query).param(caseNumber).query((row, i) -> ref(row)).optional();
    }

    private static Ref ref(ResultSet row) throws SQLException {
        return new Ref(row.getLong("plan_id"), row.getInt("plan_version"), row.getString("calendar"));
    }

    /** By which version the promises of a case are measured: that under which it was begun, unless they were measured anew. */
    public Optional<Ref> measuring(String caseNumber) {
        return ref(MEASURING + "p.case_number = ?", caseNumber).or(() -> ofCase(caseNumber));
    }

    /** The same for cases of a customer that are open and have promises to keep, by number. */
    public Map<String, Ref> measuringRunning(long customer) {
        var versions = new TreeMap<String, Ref>();
        database.sql(MEASURING + RUNNING).param(customer).query(row -> {
            versions.put(row.getString("case_number"), ref(row));
        });
        return versions;
    }

    /** The plan that a customer has, by its id. */
    public long planOf(long customer) {
        return database.sql("SELECT support_plan_id FROM customer WHERE id = ?")
                .param(customer)
                .query(Long.class)
                .single();
    }

    /** Keeps by which version the promises of a case are measured from now on. */
    public void measure(String caseNumber, Ref version) {
        database.sql(
                        "UPDATE case_plan SET measured_plan_id = ?, measured_version = ?, measured_calendar = ? WHERE case_number = ?")
                .params(version.plan(), version.version(), version.calendar(), caseNumber)
                .update();
    }

    /** Keeps that it was told with the acknowledgement of a case; once. */
    public void toldWithCase(String caseNumber, Ref version, Instant at) {
        database.sql("""
                        INSERT IGNORE INTO plan_told (told_key, case_number, customer_id, contact_id, plan_id, plan_version, asked_at, told_at)
                        SELECT CONCAT('case-', number), number, customer_id, contact_id, ?, ?, ?, ? FROM support_case
                        WHERE number = ?""")
                .params(version.plan(), version.version(), UtcTime.kept(at), UtcTime.kept(at), caseNumber)
                .update();
    }

    /** Orders that a version be announced to who reads the letters of each open customer of its plan. */
    public List<Long> announce(long plan, int version, Instant at) {
        database.sql("""
                        INSERT IGNORE INTO plan_told (told_key, customer_id, contact_id, plan_id, plan_version, asked_at)
                        SELECT CONCAT('version-', ?, '-', ?, '-customer-', id), id, reader, ?, ?, ?
                        FROM (SELECT u.id, %s AS reader FROM customer u WHERE u.support_plan_id = ? AND u.closed_at IS NULL) concerned
                        WHERE reader IS NOT NULL""".formatted(WaitingLetters.readerOf("u.id")))
                .params(plan, version, plan, version, UtcTime.kept(at), plan)
                .update();
        return database.sql(
                        "SELECT id FROM plan_told WHERE plan_id = ? AND plan_version = ? AND case_number IS NULL AND told_at IS NULL")
                .params(plan, version)
                .query(Long.class)
                .list();
    }

    /** Which version a letter announces. */
    public Ref announcedIn(long letter) {
        return database.sql("SELECT plan_id, plan_version FROM plan_told WHERE id = ?")
                .param(letter)
                .query((row, i) -> new Ref(row.getLong("plan_id"), row.getInt("plan_version")))
                .single();
    }

    public List<ToldVersion> ofCustomer(long customer) {
        return told("t.customer_id = ?", customer);
    }

    public List<ToldVersion> withCase(String caseNumber) {
        return told("t.case_number = ?", caseNumber);
    }

    /** To whom a version was told. */
    public List<ToldVersion> of(long plan, int version) {
        return database.sql(TOLD.formatted("t.plan_id = ? AND t.plan_version = ?"))
                .params(plan, version)
                .query((row, i) -> told(row))
                .list();
    }

    private List<ToldVersion> told(String whose, Object value) {
        return database.sql(TOLD.formatted(whose))
                .param(value)
                .query((row, i) -> told(row))
                .list();
    }

    private static ToldVersion told(ResultSet row) throws SQLException {
        return new ToldVersion(
                row.getLong("plan_id"),
                row.getString("plan_name"),
                row.getInt("plan_version"),
                row.getLong("customer_id"),
                row.getString("customer_name"),
                row.getLong("contact_id"),
                row.getString("contact_name"),
                row.getString("case_number"),
                UtcTime.readIfAny(row, "told_at"),
                row.getString("failure"));
    }
}
