package io.casewright.promise.persistence;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Severity;
import io.casewright.platform.database.UtcTime;
import io.casewright.promise.domain.ClockState;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.PromiseKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The promises of cases and their clocks. Reads and writes beside JPA, since it is asked while JPA writes a case. */
@Component
public class PromiseStore {

    private static final String SITUATION = """
            SELECT c.number, c.status, c.severity, c.received_at, c.awaited, c.known_issue FROM support_case c
            WHERE c.number = ?""";

    /** As if it were of another severity. */
    private static final String SUPPOSED = SITUATION
            .replace("c.severity", "s.severity")
            .replace("FROM support_case c", "FROM support_case c JOIN (SELECT ? AS severity) s");

    private static final String WITHOUT_PROMISE = """
            SELECT c.number FROM support_case c
            WHERE c.number > ? AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'DUPLICATE')
              AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.case_number = c.number)
              AND NOT EXISTS (SELECT 1 FROM message m WHERE m.case_number = c.number
                              AND m.direction = 'OUTBOUND' AND m.kind <> 'ACKNOWLEDGEMENT')
            ORDER BY c.number LIMIT ?""";

    private final JdbcClient database;
    private final ReadClocks clocks;
    private final WriteClocks writes;

    PromiseStore(JdbcClient database, ReadClocks clocks, WriteClocks writes) {
        this.database = database;
        this.clocks = clocks;
        this.writes = writes;
    }

    /** A promise as it is kept. */
    public record Kept(long id, CaseNumber number, ClockState state) {}

    /** So many clocks run that stand like this. */
    public record Running(PromiseKind kind, PromiseClock.Outcome outcome, long clocks) {}

    /** The case as the running transaction has written it. */
    public CaseSituation situationOf(CaseNumber number) {
        return findSituation(number).orElseThrow();
    }

    /** The same of several cases, by number; one query whatever their number. */
    public Map<CaseNumber, CaseSituation> situationsOf(Collection<CaseNumber> numbers) {
        return database
                .sql(SITUATION.replace("= ?", "IN (:numbers)"))
                .param("numbers", values(numbers))
                .query((row, i) -> situation(row))
                .list()
                .stream()
                .collect(Collectors.toMap(CaseSituation::number, Function.identity()));
    }

    /** The same, for who knows a number only; empty when there is no such case. */
    public Optional<CaseSituation> findSituation(CaseNumber number) {
        return database.sql(SITUATION)
                .param(number.value())
                .query((row, i) -> situation(row))
                .optional();
    }

    /** The same, should it be of this severity. */
    public CaseSituation situationOf(CaseNumber number, Severity severity) {
        return database.sql(SUPPOSED)
                .params(severity.name(), number.value())
                .query((row, i) -> situation(row))
                .single();
    }

    /** Open cases of higher numbers that nobody has answered, and for which nothing is promised here; the lowest first, at most so many. */
    public List<CaseNumber> withoutPromise(String above, int atMost) {
        return database.sql(WITHOUT_PROMISE).params(above, atMost).query(String.class).list().stream()
                .map(CaseNumber::new)
                .toList();
    }

    /** Adds a promise to a case. */
    public Kept add(CaseNumber number, PromiseClock promise) {
        var key = new GeneratedKeyHolder();
        var state = promise.state();
        database.sql("""
                        INSERT INTO promise (case_number, kind, thresholds, hold_key, hold_by, hold_why, generation, ended_at,
                          dropped, outcome, due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(number.value(), state.kind().name(), WriteClocks.written(state.thresholds()))
                .params(WriteClocks.columns(promise))
                .update(key);
        var kept = new Kept(Objects.requireNonNull(key.getKey()).longValue(), number, state);
        writes.write(kept.id(), null, state);
        return kept;
    }

    /** Keeps what became of a promise that is held. */
    public void save(Kept before, PromiseClock promise) {
        database.sql("""
                        UPDATE promise SET hold_key = ?, hold_by = ?, hold_why = ?, generation = ?, ended_at = ?, dropped = ?,
                          outcome = ?, due_at = ? WHERE id = ?""")
                .params(WriteClocks.columns(promise))
                .param(before.id())
                .update();
        writes.write(before.id(), before.state(), promise.state());
    }

    /** All promises of a case, oldest first. */
    public List<Kept> of(CaseNumber number) {
        return clocks.read(ids(number));
    }

    /** As {@link #of}, for a transaction that changes them: whoever else wants to waits. */
    public List<Kept> hold(CaseNumber number) {
        return clocks.hold(ids(number));
    }

    /** As {@link #hold(CaseNumber)}, only those whose clocks have not stopped. */
    public List<Kept> holdRunning(CaseNumber number) {
        return clocks.hold(database.sql("SELECT id FROM promise WHERE case_number = ? AND ended_at IS NULL ORDER BY id")
                .param(number.value())
                .query(Long.class)
                .list());
    }

    /** The same of several cases, by number. */
    public Map<CaseNumber, List<Kept>> holdRunning(Collection<CaseNumber> numbers) {
        var ids = database.sql(
                        "SELECT id FROM promise WHERE case_number IN (:numbers) AND ended_at IS NULL ORDER BY case_number, id")
                .param("numbers", values(numbers))
                .query(Long.class)
                .list();
        return clocks.hold(ids).stream().collect(Collectors.groupingBy(Kept::number));
    }

    private static List<String> values(Collection<CaseNumber> numbers) {
        return numbers.stream().map(CaseNumber::value).toList();
    }

    /** One of them, as it is kept. */
    public Optional<Kept> find(long id) {
        return clocks.read(List.of(id)).stream().findFirst();
    }

    /** One of them, as {@link #hold(CaseNumber)}. */
    public Optional<Kept> hold(long id) {
        return clocks.hold(List.of(id)).stream().findFirst();
    }

    /** When the next promise of a case is due, of those that are not ended and do not stand still. */
    public Optional<Instant> nextDue(CaseNumber number) {
        return database.sql(
                        "SELECT due_at FROM promise WHERE case_number = ? AND ended_at IS NULL AND due_at IS NOT NULL"
                                + " ORDER BY due_at LIMIT 1")
                .param(number.value())
                .query((row, i) -> UtcTime.read(row, "due_at"))
                .optional();
    }

    /** Thresholds that promises of a case have passed which are still to be kept, in percent. */
    public List<Integer> passedByRunning(CaseNumber number) {
        return database.sql("SELECT DISTINCT s.percent FROM promise p JOIN promise_passing s ON s.promise_id = p.id"
                        + " WHERE p.case_number = ? AND p.ended_at IS NULL")
                .param(number.value())
                .query(Integer.class)
                .list();
    }

    /** How many clocks run, by what is promised and whether that is breached. */
    public List<Running> countRunning() {
        return database.sql(
                        "SELECT kind, outcome, COUNT(*) AS clocks FROM promise WHERE ended_at IS NULL GROUP BY kind, outcome")
                .query((row, i) -> new Running(
                        PromiseKind.valueOf(row.getString("kind")),
                        PromiseClock.Outcome.valueOf(row.getString("outcome")),
                        row.getLong("clocks")))
                .list();
    }

    private List<Long> ids(CaseNumber number) {
        return database.sql("SELECT id FROM promise WHERE case_number = ? ORDER BY id")
                .param(number.value())
                .query(Long.class)
                .list();
    }

    private static CaseSituation situation(ResultSet row) throws SQLException {
        return new CaseSituation(
                new CaseNumber(row.getString("number")),
                CaseStatus.valueOf(row.getString("status")),
                Severity.valueOf(row.getString("severity")),
                UtcTime.read(row, "received_at"),
                row.getInt("awaited"),
                row.getString("known_issue"));
    }
}
