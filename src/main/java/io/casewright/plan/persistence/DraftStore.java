package io.casewright.plan.persistence;

import io.casewright.plan.domain.PlanDraft;
import io.casewright.plan.domain.PlanFields;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** What is written of the next versions, and the plans themselves. */
@Component
public class DraftStore {

    private static final String DRAFT =
            "SELECT d.*, p.name FROM plan_draft d JOIN support_plan p ON p.id = d.plan_id WHERE ";

    private final JdbcClient database;
    private final PlanRows rows;

    DraftStore(JdbcClient database, PlanRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** A plan in a list. */
    public record Listed(long id, String name, @Nullable String draftState) {}

    public List<Listed> plans() {
        return database.sql(
                        "SELECT p.id, p.name, d.state FROM support_plan p LEFT JOIN plan_draft d ON d.plan_id = p.id"
                                + " ORDER BY p.name")
                .query((row, i) -> new Listed(row.getLong("id"), row.getString("name"), row.getString("state")))
                .list();
    }

    /** Adds a plan of this name, which no other may have. */
    public long addPlan(String name) {
        var key = new GeneratedKeyHolder();
        database.sql("INSERT INTO support_plan (name) VALUES (?)").param(name).update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    public Optional<PlanDraft> find(long plan) {
        return one("d.plan_id = ?", plan);
    }

    /** For a transaction that changes it: whoever else wants to waits. */
    public Optional<PlanDraft> hold(long plan) {
        return one("d.plan_id = ? FOR UPDATE", plan);
    }

    /** Those that wait for a second person. */
    public List<PlanDraft> proposed() {
        return database.sql(DRAFT + "d.state = 'PROPOSED'")
                .query((row, i) -> draft(row))
                .list();
    }

    /** The first words of a draft. False when somebody was faster. */
    public boolean add(long plan, PlanFields fields, String login, Instant at) {
        return database.sql("INSERT IGNORE INTO plan_draft (plan_id, revision, content, state, changed_by, changed_at)"
                                + " VALUES (?, 1, ?, 'DRAFT', ?, ?)")
                        .params(plan, rows.content(fields), login, UtcTime.kept(at))
                        .update()
                > 0;
    }

    public void change(long plan, PlanFields fields, String login, Instant at) {
        database.sql("UPDATE plan_draft SET content = ?, revision = revision + 1, changed_by = ?, changed_at = ?"
                        + " WHERE plan_id = ?")
                .params(rows.content(fields), login, UtcTime.kept(at), plan)
                .update();
    }

    public void propose(long plan, String login) {
        database.sql("UPDATE plan_draft SET state = 'PROPOSED', proposed_by = ?, decided_by = NULL, decision = NULL,"
                        + " revision = revision + 1 WHERE plan_id = ?")
                .params(login, plan)
                .update();
    }

    public void decline(long plan, String login, String reason) {
        database.sql("UPDATE plan_draft SET state = 'DRAFT', proposed_by = NULL, decided_by = ?, decision = ?,"
                        + " revision = revision + 1 WHERE plan_id = ?")
                .params(login, reason, plan)
                .update();
    }

    public void remove(long plan) {
        database.sql("DELETE FROM plan_draft WHERE plan_id = ?").param(plan).update();
    }

    private Optional<PlanDraft> one(String which, long plan) {
        return database.sql(DRAFT + which)
                .param(plan)
                .query((row, i) -> draft(row))
                .optional();
    }

    private PlanDraft draft(ResultSet row) throws SQLException {
        return new PlanDraft(
                row.getLong("plan_id"),
                row.getString("name"),
                row.getLong("revision"),
                rows.fields(row.getString("content")),
                "PROPOSED".equals(row.getString("state")),
                row.getString("changed_by"),
                UtcTime.read(row, "changed_at"),
                row.getString("proposed_by"),
                row.getString("decided_by"),
                row.getString("decision"));
    }
}
