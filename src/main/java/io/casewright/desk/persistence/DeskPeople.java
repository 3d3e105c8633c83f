package io.casewright.desk.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.access.Person;
import io.casewright.desk.domain.Colleague;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has been at the Desk. */
@Component
public class DeskPeople {

    private final JdbcClient database;
    private final ObjectMapper json;

    DeskPeople(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** By their names. */
    public List<Colleague> all() {
        return database.sql("SELECT login, name, queues, acts FROM desk_person ORDER BY name, login")
                .query((row, i) -> read(row))
                .list();
    }

    /**
     * Remembers that the person is there.
     *
     * @param acts whether the person may take tasks
     */
    public void greet(Person person, boolean acts, Instant now) {
        database.sql("""
                        INSERT INTO desk_person (login, name, queues, acts, seen_at) VALUES (?, ?, ?, ?, ?) AS new
                        ON DUPLICATE KEY UPDATE name = new.name, queues = new.queues, acts = new.acts, seen_at = new.seen_at""")
                .params(person.login(), person.name(), write(person.queues()), acts, Columns.kept(now))
                .update();
    }

    /** Remembers the list the person looks at, as its address says it. */
    public void remember(String login, String view) {
        database.sql("UPDATE desk_person SET last_view = ? WHERE login = ? AND last_view <> ?")
                .params(view, login, view)
                .update();
    }

    /** The list the person looked at last; empty when there is none. */
    public String lastViewOf(String login) {
        return database.sql("SELECT last_view FROM desk_person WHERE login = ?")
                .param(login)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Colleague read(ResultSet row) throws SQLException {
        return new Colleague(
                row.getString("login"), row.getString("name"), queues(row.getString("queues")), row.getBoolean("acts"));
    }

    private Set<String> queues(String kept) {
        try {
            return Set.copyOf(Arrays.asList(json.readValue(kept, String[].class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The queues of a person cannot be read", e);
        }
    }

    private String write(Set<String> queues) {
        try {
            return json.writeValueAsString(queues.stream().sorted().toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The queues of a person cannot be written", e);
        }
    }
}
