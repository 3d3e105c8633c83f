package io.casewright.participant;

import io.casewright.participant.Participant.State;
import io.casewright.platform.database.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each participant of each case. */
@Component
class ParticipantStore {

    private final JdbcClient database;

    ParticipantStore(JdbcClient database) {
        this.database = database;
    }

    List<Participant> of(String caseNumber) {
        return database.sql("SELECT * FROM case_participant WHERE case_number = ? ORDER BY id")
                .param(caseNumber)
                .query(ParticipantStore::read)
                .list();
    }

    Optional<Participant> find(String caseNumber, long id) {
        return database.sql("SELECT * FROM case_participant WHERE case_number = ? AND id = ?")
                .params(caseNumber, id)
                .query(ParticipantStore::read)
                .optional();
    }

    /** Whoever is there already stays as it is, but for somebody who is known by now. */
    void add(
            String caseNumber,
            @Nullable Long contact,
            String address,
            String name,
            State state,
            @Nullable String by,
            Instant at) {
        database.sql("""
                        INSERT INTO case_participant (case_number, contact_id, address, name, state, since, changed_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?) AS come
                        ON DUPLICATE KEY UPDATE
                          name = IF(case_participant.state = 'UNKNOWN', come.name, case_participant.name),
                          contact_id = IF(case_participant.state = 'UNKNOWN', come.contact_id, case_participant.contact_id),
                          state = IF(case_participant.state = 'UNKNOWN', come.state, case_participant.state)""")
                .params(caseNumber, contact, address, name, state.name(), UtcTime.kept(at), by)
                .update();
    }

    void change(long id, State state, @Nullable String by, Instant at) {
        database.sql("UPDATE case_participant SET state = ?, changed_by = ?, since = ? WHERE id = ?")
                .params(state.name(), by, UtcTime.kept(at), id)
                .update();
    }

    private static Participant read(ResultSet row, int index) throws SQLException {
        return new Participant(
                row.getLong("id"),
                row.getString("case_number"),
                row.getObject("contact_id", Long.class),
                row.getString("address"),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                UtcTime.read(row, "since"),
                row.getString("changed_by"));
    }
}
