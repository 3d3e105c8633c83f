package io.casewright.promise.persistence;

import io.casewright.calendar.CalendarVersions;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.platform.database.UtcTime;
import io.casewright.promise.domain.ClockState;
import io.casewright.promise.domain.Hold;
import io.casewright.promise.domain.Passing;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Segment;
import io.casewright.promise.domain.Terms;
import io.casewright.promise.domain.Thresholds;
import io.casewright.promise.persistence.PromiseStore.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads clocks of rows: what each is, by which terms it was measured, what happened to its time, and what it passed. */
@Component
class ReadClocks {

    private final JdbcClient database;
    private final CalendarVersions calendars;

    ReadClocks(JdbcClient database, CalendarVersions calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    /** A promise without what belongs to it. */
    private record Head(
            long id,
            CaseNumber number,
            PromiseKind kind,
            Thresholds thresholds,
            @Nullable Hold hold,
            long generation,
            @Nullable Instant endedAt,
            boolean dropped) {}

    /** The promises that are there of those asked for, in the order of their ids. */
    List<Kept> read(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : whole(database.sql("SELECT * FROM promise WHERE id IN (:ids) ORDER BY id")
                        .param("ids", ids)
                        .query((row, i) -> head(row))
                        .list());
    }

    /** As {@link #read}, in the order asked for, and each locked by its own key: a list of keys may lock others on the way. */
    List<Kept> hold(List<Long> ids) {
        return whole(ids.stream()
                .flatMap(id -> database
                        .sql("SELECT * FROM promise WHERE id = ? FOR UPDATE")
                        .param(id)
                        .query((row, i) -> head(row))
                        .list()
                        .stream())
                .toList());
    }

    /**
     * Only the rows of the promises are locked, since locks on what belongs to them would be in the way of promises beside them. What this
     * transaction sees of the rest is as old as its first reading; only if that is older than a row, the rest is locked and read as it is.
     */
    private List<Kept> whole(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        return areSeenAsTheyAre(heads)
                ? whole(heads, "")
                : heads.stream()
                        .flatMap(head -> whole(List.of(head), " FOR SHARE").stream())
                        .toList();
    }

    private boolean areSeenAsTheyAre(List<Head> heads) {
        var seen = new HashMap<Long, Long>();
        database.sql("SELECT id, generation FROM promise WHERE id IN (:ids)")
                .param("ids", idsOf(heads))
                .query(row -> {
                    seen.put(row.getLong("id"), row.getLong("generation"));
                });
        return heads.stream().allMatch(head -> Objects.equals(seen.get(head.id()), head.generation()));
    }

    private List<Kept> whole(List<Head> heads, String lock) {
        var terms = new HashMap<Long, List<Terms>>();
        each(
                "promise_terms",
                "place" + lock,
                heads,
                (id, row) -> list(terms, id).add(terms(row)));
        var segments = new HashMap<Long, List<Segment>>();
        each(
                "promise_segment",
                "place" + lock,
                heads,
                (id, row) -> list(segments, id).add(segment(row, list(terms, id))));
        var passings = new HashMap<Long, List<Passing>>();
        each(
                "promise_passing",
                "passed_at, percent" + lock,
                heads,
                (id, row) -> list(passings, id).add(passing(row)));
        return heads.stream()
                .map(head -> new Kept(
                        head.id(),
                        head.number(),
                        new ClockState(
                                head.kind(),
                                head.thresholds(),
                                list(terms, head.id()),
                                list(segments, head.id()),
                                head.hold(),
                                list(passings, head.id()),
                                head.generation(),
                                head.endedAt(),
                                head.dropped())))
                .toList();
    }

    @FunctionalInterface
    private interface Reading {
        void read(long id, ResultSet row) throws SQLException;
    }

    private void each(String table, String order, List<Head> heads, Reading reading) {
        database.sql("SELECT * FROM " + table + " WHERE promise_id IN (:ids) ORDER BY promise_id, " + order)
                .param("ids", idsOf(heads))
                .query(row -> {
                    reading.read(row.getLong("promise_id"), row);
                });
    }

    private static List<Long> idsOf(List<Head> heads) {
        return heads.stream().map(Head::id).toList();
    }

    private static <T> List<T> list(Map<Long, List<T>> lists, long id) {
        return lists.computeIfAbsent(id, none -> new ArrayList<>());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                PromiseKind.valueOf(row.getString("kind")),
                new Thresholds(Arrays.stream(row.getString("thresholds").split(","))
                        .map(Integer::valueOf)
                        .toList()),
                holdOf(row),
                row.getLong("generation"),
                UtcTime.readIfAny(row, "ended_at"),
                row.getBoolean("dropped"));
    }

    private static Passing passing(ResultSet row) throws SQLException {
        return new Passing(row.getInt("percent"), UtcTime.read(row, "passed_at"));
    }

    private Terms terms(ResultSet row) throws SQLException {
        String calendar = row.getString("calendar");
        return new Terms(
                UtcTime.read(row, "since"),
                row.getString("plan"),
                row.getString("severity"),
                calendar,
                calendars.named(calendar),
                Duration.ofSeconds(row.getLong("target_seconds")));
    }

    private static Segment segment(ResultSet row, List<Terms> terms) throws SQLException {
        return new Segment(
                UtcTime.read(row, "began_at"),
                UtcTime.read(row, "ended_at"),
                Segment.State.valueOf(row.getString("state")),
                row.getString("day_off"),
                holdOf(row),
                terms.get(row.getInt("terms_place")));
    }

    private static @Nullable Hold holdOf(ResultSet row) throws SQLException {
        String key = row.getString("hold_key");
        return key == null ? null : new Hold(key, row.getString("hold_by"), row.getString("hold_why"));
    }
}
