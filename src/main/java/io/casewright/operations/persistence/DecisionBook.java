package io.casewright.operations.persistence;

import io.casewright.operations.domain.Decision;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided about dead letters. */
@Component
public class DecisionBook {

    private final JdbcClient database;

    DecisionBook(JdbcClient database) {
        this.database = database;
    }

    public void add(Decision decision) {
        database.sql("""
                        INSERT INTO dead_letter_decision
                          (crossing, letter, case_number, action, target, reason, person, person_name, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        decision.crossing(),
                        decision.letter(),
                        decision.place(),
                        decision.action(),
                        decision.target(),
                        decision.reason(),
                        decision.person(),
                        decision.personName(),
                        LocalDateTime.ofInstant(decision.decidedAt(), ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    public List<Decision> latest(int most) {
        return database.sql("SELECT * FROM dead_letter_decision ORDER BY id DESC LIMIT ?")
                .param(most)
                .query((row, index) -> new Decision(
                        row.getString("crossing"),
                        row.getString("letter"),
                        row.getString("case_number"),
                        row.getString("action"),
                        row.getString("target"),
                        row.getString("reason"),
                        row.getString("person"),
                        row.getString("person_name"),
                        row.getObject("decided_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .list();
    }
}
