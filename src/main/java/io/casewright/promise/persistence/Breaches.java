package io.casewright.promise.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.promise.domain.Breach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Breaches that a person looks after or has looked after. */
@Component
public class Breaches {

    private static final String READ =
            "SELECT case_number, promise_id, percent FROM promise_breach WHERE settled_at IS NULL";

    private final JdbcClient database;

    Breaches(JdbcClient database) {
        this.database = database;
    }

    /** False when it is kept already. */
    public boolean add(Breach breach, Instant at) {
        return database.sql(
                                "INSERT IGNORE INTO promise_breach (promise_id, percent, case_number, breach_key, opened_at)"
                                        + " VALUES (?, ?, ?, ?, ?)")
                        .params(breach.promise(), breach.percent(), breach.caseNumber(), breach.key(), UtcTime.kept(at))
                        .update()
                > 0;
    }

    /** Those that somebody still has to look after. */
    public List<Breach> open() {
        return database.sql(READ).query((row, i) -> read(row)).list();
    }

    /** Those of one promise. */
    public List<Breach> openOf(long promise) {
        return database.sql(READ + " AND promise_id = ?")
                .param(promise)
                .query((row, i) -> read(row))
                .list();
    }

    /** That of this key, while somebody still has to look after it. */
    public Optional<Breach> findOpen(String key) {
        return database.sql(READ + " AND breach_key = ?")
                .param(key)
                .query((row, i) -> read(row))
                .optional();
    }

    /** Somebody has looked after it, or nobody needs to any more. */
    public void settle(Breach breach, Instant at) {
        database.sql("UPDATE promise_breach SET settled_at = ? WHERE breach_key = ? AND settled_at IS NULL")
                .params(UtcTime.kept(at), breach.key())
                .update();
    }

    private static Breach read(ResultSet row) throws SQLException {
        return new Breach(row.getString("case_number"), row.getLong("promise_id"), row.getInt("percent"));
    }
}
