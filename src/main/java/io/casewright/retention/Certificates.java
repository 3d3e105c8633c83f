package io.casewright.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.customer.Editor;
import io.casewright.platform.personal.Erasure;
import io.casewright.retention.Certificate.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The certificates of all erasures. They are only ever added. */
@Component
public class Certificates {

    private static final TypeReference<TreeMap<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final String SELECT = "SELECT e.*, u.name AS customer_name FROM erasure_certificate e"
            + " JOIN customer u ON u.id = e.customer_id ";

    private final JdbcClient database;
    private final ObjectMapper json;

    Certificates(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The id of the new one. */
    long add(Cause cause, long customerId, Erasure erasure, Map<String, Integer> counts, @Nullable Editor editor) {
        var key = new GeneratedKeyHolder();
        database.sql(
                        "INSERT INTO erasure_certificate (cause, customer_id, contact_id, pseudonym, erased_at, person, login,"
                                + " counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(cause.name())
                .param(customerId)
                .param(erasure.standIn())
                .param(erasure.pseudonym().name())
                .param(LocalDateTime.ofInstant(erasure.at(), ZoneOffset.UTC))
                .param(editor == null ? null : editor.name())
                .param(editor == null ? null : editor.login())
                .param(written(counts))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    public Optional<Certificate> find(long id) {
        return database.sql(SELECT + "WHERE e.id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The newest of the contact. */
    Optional<Certificate> newestOf(long contactId) {
        return database.sql(SELECT + "WHERE e.contact_id = ? ORDER BY e.id DESC LIMIT 1")
                .param(contactId)
                .query(this::read)
                .optional();
    }

    /** The newest first. */
    public List<Certificate> list(int skip, int atMost) {
        return database.sql(SELECT + "ORDER BY e.id DESC LIMIT ? OFFSET ?")
                .params(atMost, skip)
                .query(this::read)
                .list();
    }

    private Certificate read(ResultSet row, int index) throws SQLException {
        try {
            return new Certificate(
                    row.getLong("id"),
                    Cause.valueOf(row.getString("cause")),
                    row.getLong("customer_id"),
                    row.getString("customer_name"),
                    row.getLong("contact_id"),
                    row.getString("pseudonym"),
                    row.getObject("erased_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getString("person"),
                    json.readValue(row.getString("counts"), COUNTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate cannot be read", e);
        }
    }

    private String written(Map<String, Integer> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A certificate cannot be written", e);
        }
    }
}
