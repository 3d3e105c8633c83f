package io.casewright.desk.persistence;

import io.casewright.desk.domain.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What colleagues ask each other about a case. Once the case has ended nobody waits for an answer. */
@Component
public class Questions {

    private static final String OPEN = """
            FROM desk_question q JOIN support_case c ON c.number = q.case_number
            WHERE q.answered_at IS NULL AND c.status NOT IN ('CLOSED', 'WITHDRAWN', 'DUPLICATE')""";

    private static final String SELECT = """
            SELECT q.id, q.case_number, q.asked_of, q.asked_at, c.subject,
                   COALESCE((SELECT p.name FROM desk_person p WHERE p.login = q.asked_by), q.asked_by) AS asker,
                   COALESCE((SELECT p.name FROM desk_person p WHERE p.login = q.asked_of), q.asked_of) AS asked,
                   (SELECT d.customer_name FROM desk_case d WHERE d.case_id = c.id) AS customer,
                   (SELECT m.body FROM message m
                    WHERE m.case_number = q.case_number AND m.step_key = q.question_key AND m.kind = 'NOTE') AS text
            """ + OPEN;

    private final JdbcClient database;

    Questions(JdbcClient database) {
        this.database = database;
    }

    /** The same key of the case is the same question. */
    public void ask(String caseNumber, String key, String askedBy, String askedOf, Instant now) {
        database.sql("""
                        INSERT IGNORE INTO desk_question (case_number, question_key, asked_by, asked_of, asked_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(caseNumber, key, askedBy, askedOf, Columns.kept(now))
                .update();
    }

    /** The oldest first. */
    public List<Question> askedOf(String login) {
        return database.sql(SELECT + " AND q.asked_of = ? ORDER BY q.id LIMIT 200")
                .param(login)
                .query((row, i) -> read(row))
                .list();
    }

    public long countAskedOf(String login) {
        return database.sql("SELECT COUNT(*) " + OPEN + " AND q.asked_of = ?")
                .param(login)
                .query(Long.class)
                .single();
    }

    /** Of the case, the oldest first. */
    public List<Question> about(String caseNumber) {
        return database.sql(SELECT + " AND q.case_number = ? ORDER BY q.id")
                .param(caseNumber)
                .query((row, i) -> read(row))
                .list();
    }

    /** It is answered, if this person is asked and did not answer yet; the name of who asked, also when it came with this key before. */
    public Optional<String> answer(String caseNumber, long id, String login, String key, Instant now) {
        database.sql("""
                        UPDATE desk_question SET answered_at = ?, answer_key = ?
                        WHERE id = ? AND case_number = ? AND asked_of = ? AND answered_at IS NULL""").params(Columns.kept(now), key, id, caseNumber, login).update();
        return database.sql("""
                        SELECT COALESCE((SELECT p.name FROM desk_person p WHERE p.login = q.asked_by), q.asked_by)
                        FROM desk_question q WHERE q.id = ? AND q.case_number = ? AND q.answer_key = ?""").params(id, caseNumber, key).query(String.class).optional();
    }

    private static Question read(ResultSet row) throws SQLException {
        return new Question(
                row.getLong("id"),
                row.getString("case_number"),
                Objects.requireNonNullElse(row.getString("customer"), ""),
                row.getString("subject"),
                Objects.requireNonNullElse(row.getString("text"), ""),
                row.getString("asker"),
                row.getString("asked"),
                row.getString("asked_of"),
                Objects.requireNonNull(Columns.instant(row, "asked_at")));
    }
}
