package io.casewright.promise.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.promise.domain.ClockState;
import io.casewright.promise.domain.Passing;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.domain.Segment;
import io.casewright.promise.domain.Terms;
import io.casewright.promise.domain.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes clocks as rows: only what is another than it was. */
@Component
class WriteClocks {

    private final JdbcClient database;

    WriteClocks(JdbcClient database) {
        this.database = database;
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
                    .params(id, passing.percent(), UtcTime.kept(passing.at()))
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
                state.endedAt() == null ? null : UtcTime.kept(state.endedAt()),
                state.dropped(),
                promise.outcome().name(),
                promise.due().map(UtcTime::kept).orElse(null));
    }

    static String written(Thresholds thresholds) {
        return thresholds.percents().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void insert(long id, int place, Terms terms) {
        database.sql("""
                        INSERT INTO promise_terms (promise_id, place, since, plan, severity, calendar, target_seconds)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(id, place, UtcTime.kept(terms.since()), terms.plan(), terms.severity(), terms.calendar())
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
                        UtcTime.kept(segment.from()),
                        UtcTime.kept(segment.to()),
                        segment.state().name())
                .param(segment.dayOff())
                .param(hold == null ? null : hold.key())
                .param(hold == null ? null : hold.by())
                .param(hold == null ? null : hold.why())
                .param(terms.indexOf(segment.terms()))
                .update();
    }
}
