package io.casewright.plan.persistence;

import io.casewright.calendar.CalendarVersions;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.plan.domain.PlanApproval;
import io.casewright.plan.domain.PlanFields;
import io.casewright.plan.domain.PlanVersion;
import io.casewright.platform.database.UtcTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Versions of plans. One that was read is not read again, since it never changes. */
@Component
public class PlanStore {

    private static final String VERSION =
            "SELECT v.*, p.name FROM plan_version v JOIN support_plan p ON p.id = v.plan_id WHERE v.plan_id = ?";

    private static final String IN_FORCE =
            "SELECT number FROM plan_version WHERE plan_id = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1";

    private final JdbcClient database;
    private final PlanRows rows;
    private final CalendarVersions calendars;
    private final Map<Key, PlanVersion> read = new ConcurrentHashMap<>();

    PlanStore(JdbcClient database, PlanRows rows, CalendarVersions calendars) {
        this.database = database;
        this.rows = rows;
        this.calendars = calendars;
    }

    private record Key(long plan, int number) {}

    /** Must not be asked for a version in the transaction that adds it, which may yet come to nothing. */
    public Optional<PlanVersion> find(long plan, int number) {
        var key = new Key(plan, number);
        var known = Optional.ofNullable(read.get(key));
        if (known.isPresent()) {
            return known;
        }
        var found = database.sql(VERSION + " AND v.number = ?")
                .params(plan, number)
                .query((row, i) -> rows.version(row))
                .optional();
        found.ifPresent(version -> read.put(key, version));
        return found;
    }

    /** The same with the hours that a case has by another calendar; null for its own. */
    public Optional<PlanVersion> find(long plan, int number, @Nullable String calendar) {
        var found = find(plan, number);
        return calendar == null
                ? found
                : found.map(version -> version.in(calendar, calendars.named(calendar), calendars.textOf(calendar)));
    }

    /** The version that holds at an instant. */
    public Optional<Integer> inForce(long plan, Instant at) {
        return database.sql(IN_FORCE)
                .params(plan, UtcTime.kept(at))
                .query(Integer.class)
                .optional();
    }

    /** Plans of which a version holds at an instant, ids by name. */
    public Map<String, Long> holding(Instant at) {
        var plans = new LinkedHashMap<String, Long>();
        database.sql("SELECT p.id, p.name FROM support_plan p WHERE EXISTS (SELECT 1 FROM plan_version v"
                        + " WHERE v.plan_id = p.id AND v.valid_from <= ?) ORDER BY p.name")
                .param(UtcTime.kept(at))
                .query(row -> {
                    plans.put(row.getString("name"), row.getLong("id"));
                });
        return plans;
    }

    /** The numbers of the versions of a plan, in order. */
    public List<Integer> numbersOf(long plan) {
        return database.sql("SELECT number FROM plan_version WHERE plan_id = ? ORDER BY number")
                .param(plan)
                .query(Integer.class)
                .list();
    }

    public int lastNumberOf(long plan) {
        var numbers = numbersOf(plan);
        return numbers.isEmpty() ? 0 : numbers.getLast();
    }

    /** When the version begins that begins last. */
    public Optional<Instant> lastStartOf(long plan) {
        return database.sql("SELECT valid_from FROM plan_version WHERE plan_id = ? ORDER BY valid_from DESC LIMIT 1")
                .param(plan)
                .query((row, i) -> UtcTime.read(row, "valid_from"))
                .optional();
    }

    /** Keeps of which proposal a version was made. */
    public void madeOf(long plan, int number, String proposal) {
        database.sql("UPDATE plan_version SET made_of = ? WHERE plan_id = ? AND number = ?")
                .params(proposal, plan, number)
                .update();
    }

    /** Whether a version was made of the proposal. */
    public boolean isMadeOf(String proposal) {
        return database.sql("SELECT COUNT(*) FROM plan_version WHERE made_of = ?")
                        .param(proposal)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** When the version begins that follows an instant. */
    public Optional<Instant> nextAfter(long plan, Instant at) {
        return database.sql(
                        "SELECT valid_from FROM plan_version WHERE plan_id = ? AND valid_from > ? ORDER BY valid_from LIMIT 1")
                .params(plan, UtcTime.kept(at))
                .query((row, i) -> UtcTime.read(row, "valid_from"))
                .optional();
    }

    /** All of a plan, the newest first. */
    public List<PlanVersion> of(long plan) {
        return database.sql(VERSION + " ORDER BY v.number DESC")
                .param(plan)
                .query((row, i) -> rows.version(row))
                .list();
    }

    public Optional<PlanApproval> approvalOf(long plan, int number) {
        return database.sql("SELECT proposed_by, approved_by, approved_at FROM plan_version"
                        + " WHERE plan_id = ? AND number = ? AND approved_at IS NOT NULL")
                .params(plan, number)
                .query((row, i) -> new PlanApproval(
                        row.getString("proposed_by"), row.getString("approved_by"), UtcTime.read(row, "approved_at")))
                .optional();
    }

    /** The name by which customers refer to a plan; empty when there is no such plan. */
    public Optional<String> nameOf(long plan) {
        return database.sql("SELECT name FROM support_plan WHERE id = ?")
                .param(plan)
                .query(String.class)
                .optional();
    }

    /** Adds a version, with its calendar, in the current transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            long plan, int number, Instant validFrom, CalendarText calendar, PlanFields fields, PlanApproval approval) {
        String name = "plan-%d-%d".formatted(plan, number);
        calendars.add(name, calendar);
        var kept = fields.without(PlanFields.names().stream()
                .filter(field -> field.startsWith("calendar.") || field.equals(PlanFields.VALID_FROM))
                .toList());
        database.sql("""
                        INSERT INTO plan_version (plan_id, number, valid_from, calendar, content, proposed_by, approved_by, approved_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(plan, number, UtcTime.kept(validFrom), name, rows.content(kept))
                .params(approval.proposedBy(), approval.approvedBy(), UtcTime.kept(approval.at()))
                .update();
    }
}
