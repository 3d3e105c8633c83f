package io.casewright.servicehealth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.servicehealth.ServiceHealth.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The issues as they were last read, for the time in which their source is away. */
@Component
class IssueStore {

    private static final Duration REST = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final Map<String, Answer> stored = new ConcurrentHashMap<>();

    IssueStore(JdbcClient database, JdbcTemplate batches, ObjectMapper json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    /** Keeps the issues in place of those kept before; when nothing changed, at most once a minute. */
    @Transactional
    public void keep(Answer answer) {
        var before = stored.get(answer.scope());
        if (before != null
                && before.issues().equals(answer.issues())
                && Duration.between(before.readAt(), answer.readAt()).compareTo(REST) < 0) {
            return;
        }
        var seenAt = LocalDateTime.ofInstant(answer.readAt(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        // Also the lock that lets only one writer at a time to the issues below.
        database.sql("""
                        INSERT INTO service_health_read (scope, read_at) VALUES (?, ?) AS new
                        ON DUPLICATE KEY UPDATE read_at = new.read_at""").params(answer.scope(), seenAt).update();
        batches.batchUpdate(
                """
                INSERT INTO service_issue (scope, issue_id, service, feature, classification, status, title, impact,
                                           started_at, ended_at, resolved, posts, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS new
                ON DUPLICATE KEY UPDATE service = new.service, feature = new.feature,
                  classification = new.classification, status = new.status, title = new.title, impact = new.impact,
                  started_at = new.started_at, ended_at = new.ended_at, resolved = new.resolved, posts = new.posts,
                  seen_at = new.seen_at""",
                answer.issues().stream()
                        .sorted(Comparator.comparing(ServiceIssue::id))
                        .map(issue -> row(answer.scope(), issue, seenAt))
                        .toList());
        // The empty id, which no issue has, keeps the list from being empty.
        var ids = Stream.concat(Stream.of(""), answer.issues().stream().map(ServiceIssue::id))
                .toList();
        database.sql("DELETE FROM service_issue WHERE scope = :scope AND issue_id NOT IN (:ids)")
                .param("scope", answer.scope())
                .param("ids", ids)
                .update();
        stored.put(answer.scope(), answer);
    }

    /** What was kept last, or nothing if nothing ever was. */
    @Transactional(readOnly = true)
    public Optional<Answer> last(String scope, String problem) {
        return database.sql("SELECT read_at FROM service_health_read WHERE scope = ?")
                .param(scope)
                .query(LocalDateTime.class)
                .optional()
                .map(readAt -> new Answer(
                        scope,
                        readAt.toInstant(ZoneOffset.UTC),
                        database.sql("SELECT * FROM service_issue WHERE scope = ? ORDER BY issue_id")
                                .param(scope)
                                .query((row, i) -> issue(row))
                                .list(),
                        problem));
    }

    private @Nullable Object[] row(String scope, ServiceIssue issue, LocalDateTime seenAt) {
        try {
            return new Object[] {
                scope,
                issue.id(),
                issue.service(),
                issue.feature(),
                issue.classification().name(),
                issue.status().name(),
                issue.title(),
                issue.impact(),
                utc(issue.startedAt()),
                utc(issue.endedAt()),
                issue.resolved(),
                json.writeValueAsString(issue.posts()),
                seenAt
            };
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The posts of issue " + issue.id() + " cannot be kept", e);
        }
    }

    private ServiceIssue issue(ResultSet row) throws SQLException {
        try {
            return new ServiceIssue(
                    row.getString("issue_id"),
                    row.getString("service"),
                    row.getString("feature"),
                    ServiceIssue.Classification.valueOf(row.getString("classification")),
                    ServiceIssue.Status.valueOf(row.getString("status")),
                    row.getString("title"),
                    row.getString("impact"),
                    instant(row, "started_at"),
                    instant(row, "ended_at"),
                    row.getBoolean("resolved"),
                    json.readValue(row.getString("posts"), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new SQLException("The posts of an issue cannot be read", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
