package io.casewright.charge.persistence;

import io.casewright.charge.domain.ProposedTime;
import io.casewright.charge.domain.TimeEntry;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was booked, which is only added to. */
@Component
public class TimeEntries {

    private static final String SELECT = """
            SELECT e.*, back.id AS taken_back_by,
                   COALESCE((SELECT p.name FROM desk_person p WHERE p.login = e.login), e.login) AS name
            FROM time_entry e LEFT JOIN time_entry back ON back.takes_back = e.id
            """;

    private final JdbcClient database;

    TimeEntries(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is to be booked.
     *
     * @param key one of the case for each booking: the same again books nothing
     */
    public record Booking(
            String caseNumber,
            String key,
            String login,
            LocalDate day,
            int minutes,
            int afterHours,
            String words,
            @Nullable Long taskId,
            @Nullable Long takesBack,
            String bookedBy) {}

    /** Books it, unless that key of the case, that task or that correction was booked before; says whether it was new. */
    public boolean add(Booking booking, Instant now) {
        try {
            database.sql("""
                            INSERT INTO time_entry (case_number, entry_key, login, day, minutes, after_hours, words, task_id, takes_back,
                                                    booked_by, booked_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(booking.caseNumber(), booking.key(), booking.login(), booking.day(), booking.minutes())
                    .params(booking.afterHours(), booking.words())
                    .param(booking.taskId())
                    .param(booking.takesBack())
                    .param(booking.bookedBy())
                    .param(UtcTime.kept(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** All of the case in the order in which they were booked, with what was taken back. */
    public List<TimeEntry> ofCase(String caseNumber) {
        return database.sql(SELECT + "WHERE e.case_number = ? ORDER BY e.id")
                .param(caseNumber)
                .query((row, i) -> entry(row))
                .list();
    }

    public Optional<TimeEntry> find(String caseNumber, long id) {
        return database.sql(SELECT + "WHERE e.case_number = ? AND e.id = ?")
                .params(caseNumber, id)
                .query((row, i) -> entry(row))
                .optional();
    }

    /** What a person booked for a day on all cases together, without what was taken back. */
    public int minutesOf(String login, LocalDate day) {
        return database.sql("SELECT COALESCE(SUM(minutes), 0) FROM time_entry WHERE login = ? AND day = ?")
                .params(login, day)
                .query(Integer.class)
                .single();
    }

    /** Tasks of the case that the person claimed and did, of which nothing is booked; the first that ended first. */
    public List<ProposedTime> proposed(String caseNumber, String login) {
        return database.sql("""
                        SELECT t.id, t.process_id, t.element_id, t.assigned_at, t.ended_at FROM user_task t
                        WHERE t.case_number = ? AND t.state = 'COMPLETED' AND t.completed_by = ?
                          AND t.assigned_at IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM time_entry e WHERE e.task_id = t.id)
                        ORDER BY t.ended_at, t.id""")
                .params(caseNumber, login)
                .query((row, i) -> new ProposedTime(
                        row.getLong("id"),
                        row.getString("process_id"),
                        row.getString("element_id"),
                        UtcTime.read(row, "assigned_at"),
                        UtcTime.read(row, "ended_at")))
                .list();
    }

    private static TimeEntry entry(ResultSet row) throws SQLException {
        return new TimeEntry(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("login"),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getInt("minutes"),
                row.getInt("after_hours"),
                row.getString("words"),
                row.getObject("task_id", Long.class),
                row.getObject("takes_back", Long.class),
                row.getObject("taken_back_by", Long.class),
                row.getString("booked_by"),
                UtcTime.read(row, "booked_at"));
    }
}
