package io.casewright.casefile.persistence;

import io.casewright.casefile.domain.HeldLetter;
import io.casewright.platform.database.UtcTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters of agents that may still be taken back. Whoever changes this holds the case. */
@Repository
public class HeldLetters {

    private final JdbcClient database;

    HeldLetters(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it; empty when one of this key is kept already. */
    public Optional<Long> hold(long caseId, String key, @Nullable String author, String body, Instant goesAt) {
        boolean kept = database.sql("INSERT IGNORE INTO held_letter (case_id, letter_key, author, body, goes_at)"
                                + " VALUES (?, ?, ?, ?, ?)")
                        .params(caseId, key, author, body, UtcTime.kept(goesAt))
                        .update()
                == 1;
        return kept
                ? Optional.of(database.sql("SELECT LAST_INSERT_ID()")
                        .query(Long.class)
                        .single())
                : Optional.empty();
    }

    /** Those of a case, the oldest first. */
    public List<HeldLetter> ofCase(long caseId) {
        return select("WHERE case_id = ? ORDER BY id", caseId);
    }

    public Optional<HeldLetter> find(long id) {
        return select("WHERE id = ?", id).stream().findFirst();
    }

    /** It went out, or was taken back; false when it was gone already. */
    public boolean remove(long id) {
        return database.sql("DELETE FROM held_letter WHERE id = ?").param(id).update() == 1;
    }

    private List<HeldLetter> select(String which, long id) {
        return database.sql("SELECT id, case_id, letter_key, author, body, goes_at FROM held_letter " + which)
                .param(id)
                .query((row, i) -> new HeldLetter(
                        row.getLong("id"),
                        row.getLong("case_id"),
                        row.getString("letter_key"),
                        row.getString("author"),
                        row.getString("body"),
                        UtcTime.read(row, "goes_at")))
                .list();
    }
}
