package io.casewright.promise.persistence;

import io.casewright.calendar.CalendarVersions;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.promise.domain.ClockState;
import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.Passing;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Segment;
import io.casewright.promise.domain.Terms;
import io.casewright.promise.domain.Thresholds;
import io.casewright.promise.persistence.PromiseStore.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A clock as rows: what it is, by which terms it was measured, what happened to its time, and what it passed. Times are kept in UTC. */
@Component
class ClockRows {

    private final JdbcClient database;
    private final CalendarVersions calendars;

    ClockRows(JdbcClient database, CalendarVersions calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    /** @param lock added to the question for the promise itself */
    Optional<Kept> read(long id, String lock) {
        return database.sql("SELECT * FROM promise WHERE id = ?" + lock)
                .param(id)
                .query((row, i) -> new Kept(id, new CaseNumber(row.getString("case_number")), read(row, id)))
                .optional();
    }

    /** What was added since the state before, and what is another than it was. */
    void write(long id, @Nullable ClockState before, ClockState after) {
        var terms = before == null ? List.<Terms>of() : before.terms();
        for (int place = terms.size(); place < after.terms().size(); place++) {
            insert(id, place, after.terms().get(place));
        }
        var segments = before == null ? List.<Segment>of() : before.segments();
        int same = 0;
        while (same < Math.min(segments.size(), after.segments().size())
                && segments.get(same).equals(after.segments().get(same))) {
            same++;
        }
        // One by one by the whole key: a range would lock what lies behind it, where others add theirs.
        for (int place = same; place < segments.size(); place++) {
            database.sql("DELETE FROM promise_segment WHERE promise_id = ? AND place = ?")
                    .params(id, place)
                    .update();
        }
        for (int place = same; place < after.segments().size(); place++) {
            insert(id, place, after.segments().get(place), after.terms());
        }
        var passings = before == null ? List.<Passing>of() : before.passings();
        for (var passing :
                after.passings().subList(passings.size(), after.passings().size())) {
            database.sql("INSERT INTO promise_passing (promise_id, percent, passed_at) VALUES (?, ?, ?)")
                    .params(id, passing.percent(), kept(passing.at()))
                    .update();
        }
    }

    /** The columns of a promise that change, in order. */
    static List<@Nullable Object> columns(PromiseClock promise) {
        var hold = promise.hold().orElse(null);
        var state = promise.state();
        return Arrays.asList(
                hold == null ? null : hold.key(),
                hold == null ? null : hold.by(),
                hold == null ? null : hold.why(),
                state.generation(),
                state.endedAt() == null ? null : kept(state.endedAt()),
                state.dropped(),
                promise.outcome().name(),
                promise.due().map(ClockRows::kept).orElse(null));
    }

    static String written(Thresholds thresholds) {
        return thresholds.percents().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime kept(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private void insert(long id, int place, Terms terms) {
        database.sql("""
                        INSERT INTO promise_terms (promise_id, place, since, plan, severity, calendar, target_seconds)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(id, place, kept(terms.since()), terms.plan(), terms.severity(), terms.calendar())
                .param(terms.target().toSeconds())
                .update();
    }

    private void insert(long id, int place, Segment segment, List<Terms> terms) {
        var hold = segment.hold();
        database.sql("""
                        INSERT INTO promise_segment (promise_id, place, began_at, ended_at, state, day_off, hold_key, hold_by,
                          hold_why, terms_place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        place,
                        kept(segment.from()),
                        kept(segment.to()),
                        segment.state().name())
                .param(segment.dayOff())
                .param(hold == null ? null : hold.key())
                .param(hold == null ? null : hold.by())
                .param(hold == null ? null : hold.why())
                .param(terms.indexOf(segment.terms()))
                .update();
    }

    /**
     * Only the row of the promise is locked, since locks on what belongs to it would be in the way of promises beside it. What this
     * transaction sees of the rest is as old as its first reading; only if that is older than the row, the rest is locked and read as it is.
     */
    private boolean isSeenAsItIs(long id, long generation) {
        return database.sql("SELECT generation FROM promise WHERE id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .filter(seen -> seen == generation)
                .isPresent();
    }

    private ClockState read(ResultSet row, long id) throws SQLException {
        String lock = isSeenAsItIs(id, row.getLong("generation")) ? "" : " FOR SHARE";
        var terms = database.sql("SELECT * FROM promise_terms WHERE promise_id = ? ORDER BY place" + lock)
                .param(id)
                .query((each, i) -> terms(each))
                .list();
        var segments = database.sql("SELECT * FROM promise_segment WHERE promise_id = ? ORDER BY place" + lock)
                .param(id)
                .query((each, i) -> segment(each, terms))
                .list();
        var passings = database.sql(
                        "SELECT * FROM promise_passing WHERE promise_id = ? ORDER BY passed_at, percent" + lock)
                .param(id)
                .query((each, i) -> passing(each))
                .list();
        return state(row, terms, segments, passings);
    }

    /** @param row of the promise itself */
    static ClockState state(ResultSet row, List<Terms> terms, List<Segment> segments, List<Passing> passings)
            throws SQLException {
        return new ClockState(
                PromiseKind.valueOf(row.getString("kind")),
                new Thresholds(Arrays.stream(row.getString("thresholds").split(","))
                        .map(Integer::valueOf)
                        .toList()),
                terms,
                segments,
                hold(row),
                passings,
                row.getLong("generation"),
                row.getObject("ended_at") == null ? null : instant(row, "ended_at"),
                row.getBoolean("dropped"));
    }

    static Passing passing(ResultSet row) throws SQLException {
        return new Passing(row.getInt("percent"), instant(row, "passed_at"));
    }

    Terms terms(ResultSet row) throws SQLException {
        String calendar = row.getString("calendar");
        return new Terms(
                instant(row, "since"),
                row.getString("plan"),
                row.getString("severity"),
                calendar,
                calendars.named(calendar),
                Duration.ofSeconds(row.getLong("target_seconds")));
    }

    static Segment segment(ResultSet row, List<Terms> terms) throws SQLException {
        return new Segment(
                instant(row, "began_at"),
                instant(row, "ended_at"),
                Segment.State.valueOf(row.getString("state")),
                row.getString("day_off"),
                hold(row),
                terms.get(row.getInt("terms_place")));
    }

    private static @Nullable Hold hold(ResultSet row) throws SQLException {
        String key = row.getString("hold_key");
        return key == null ? null : new Hold(key, row.getString("hold_by"), row.getString("hold_why"));
    }
}
