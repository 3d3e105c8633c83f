package io.casewright.charge.persistence;

import io.casewright.charge.domain.CaseVerdict;
import io.casewright.charge.domain.Verdict;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases are charged, and why. */
@Component
public class CaseCharges {

    private final JdbcClient database;

    CaseCharges(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else charges the case. */
    public void hold(String caseNumber) {
        database.sql("INSERT IGNORE INTO case_charge (case_number) VALUES (?)")
                .param(caseNumber)
                .update();
        database.sql("SELECT case_number FROM case_charge WHERE case_number = ? FOR UPDATE")
                .param(caseNumber)
                .query(String.class)
                .single();
    }

    public void decided(String caseNumber, CaseVerdict verdict) {
        var outside = verdict.outside();
        database.sql("""
                        UPDATE case_charge SET charged = ?, why = ?, after_hours_charged = ?, after_hours_why = ?, decided_at = ?
                        WHERE case_number = ?""")
                .params(verdict.within().charged(), verdict.within().why())
                .param(outside == null ? null : outside.charged())
                .param(outside == null ? null : outside.why())
                .params(UtcTime.kept(verdict.decidedAt()), caseNumber)
                .update();
    }

    /** Empty while nothing is decided. */
    public Optional<CaseVerdict> of(String caseNumber) {
        return database.sql("SELECT * FROM case_charge WHERE case_number = ? AND decided_at IS NOT NULL")
                .param(caseNumber)
                .query((row, i) -> verdict(row))
                .optional();
    }

    private static CaseVerdict verdict(ResultSet row) throws SQLException {
        return new CaseVerdict(
                new Verdict(row.getBoolean("charged"), row.getString("why")),
                outside(row.getObject("after_hours_charged", Boolean.class), row.getString("after_hours_why")),
                UtcTime.read(row, "decided_at"));
    }

    private static @Nullable Verdict outside(@Nullable Boolean charged, @Nullable String why) {
        return charged == null || why == null ? null : new Verdict(charged, why);
    }
}
