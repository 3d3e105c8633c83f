package io.casewright.openinghours.persistence;

import io.casewright.calendar.CalendarVersions;
import io.casewright.calendar.domain.CalendarText;
import io.casewright.openinghours.domain.HoursVersion;
import io.casewright.openinghours.domain.Whose;
import io.casewright.openinghours.domain.Whose.Kind;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of opening hours, which are only ever added. */
@Component
public class HoursStore {

    private final JdbcClient database;
    private final CalendarVersions calendars;

    HoursStore(JdbcClient database, CalendarVersions calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    /** The version of each that began last. Who never had hours is not in it. */
    public List<HoursVersion> newest() {
        return database.sql("""
                        SELECT h.* FROM opening_hours h
                        WHERE h.number = (SELECT MAX(l.number) FROM opening_hours l WHERE l.kind = h.kind AND l.name = h.name)""").query((row, i) -> version(row)).list();
    }

    /** Likewise of one. */
    public Optional<HoursVersion> newestOf(Whose whose) {
        return database.sql("SELECT * FROM opening_hours WHERE kind = ? AND name = ? ORDER BY number DESC LIMIT 1")
                .params(whose.kind().name(), whose.name())
                .query((row, i) -> version(row))
                .optional();
    }

    /** All versions of one, the first one first. */
    public List<HoursVersion> of(Whose whose) {
        return database.sql("SELECT * FROM opening_hours WHERE kind = ? AND name = ? ORDER BY number")
                .params(whose.kind().name(), whose.name())
                .query((row, i) -> version(row))
                .list();
    }

    /** Likewise of all of a kind. */
    public List<HoursVersion> of(Kind kind) {
        return database.sql("SELECT * FROM opening_hours WHERE kind = ? ORDER BY name, number")
                .param(kind.name())
                .query((row, i) -> version(row))
                .list();
    }

    /**
     * Adds a version, with its calendar, in the current transaction. The calendar is named after its beginning, so that no name comes twice.
     *
     * @param text null when no hours are kept from then on
     * @throws org.springframework.dao.DuplicateKeyException when there is a version of this number
     */
    public void add(Whose whose, int number, Instant since, @Nullable CalendarText text, String login) {
        String calendar = text == null ? null : "%s-hours-%s".formatted(whose.key(), since);
        if (text != null && calendar != null) {
            calendars.add(calendar, text);
        }
        database.sql(
                        "INSERT INTO opening_hours (kind, name, number, since, calendar, kept_by) VALUES (?, ?, ?, ?, ?, ?)")
                .params(whose.kind().name(), whose.name(), number, UtcTime.kept(since), calendar, login)
                .update();
    }

    private static HoursVersion version(ResultSet row) throws SQLException {
        return new HoursVersion(
                new Whose(Kind.valueOf(row.getString("kind")), row.getString("name")),
                row.getInt("number"),
                UtcTime.read(row, "since"),
                row.getString("calendar"),
                row.getString("kept_by"));
    }
}
