package io.casewright.servicehealth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was last read of Microsoft, and whether the last question was answered. */
@Component
class IssueStore {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    IssueStore(JdbcClient database, JdbcTemplate batches, ObjectMapper json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    /**
     * Keeps what Microsoft answered.
     *
     * @param readAt when the question was put: later changes may be missing
     * @param askedAt when it was answered
     * @param all whether it was asked for all issues, not only for what changed
     * @param changed issues that are new or not as they were kept
     * @param gone ids of issues that there are no longer
     */
    @Transactional
    public void keep(
            String scope,
            Instant readAt,
            Instant askedAt,
            boolean all,
            Collection<ServiceIssue> changed,
            Collection<String> gone) {
        var time = utc(readAt);
        // Also the lock that lets only one writer at a time to the issues below.
        database.sql("""
                        INSERT INTO service_health_read (scope, read_at, all_read_at, asked_at)
                        VALUES (:scope, :time, :time, :askedAt) AS new
                        ON DUPLICATE KEY UPDATE
                          read_at = new.read_at, asked_at = new.asked_at, problem = NULL, unanswered_since = NULL,
                          all_read_at = IF(:all, new.all_read_at, service_health_read.all_read_at)""")
                .param("scope", scope)
                .param("time", time)
                .param("askedAt", utc(askedAt))
                .param("all", all)
                .update();
        batches.batchUpdate(
                """
                INSERT INTO service_issue (scope, issue_id, service, feature, classification, status, title, impact,
                                           started_at, ended_at, modified_at, resolved, posts, seen_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS new
                ON DUPLICATE KEY UPDATE service = new.service, feature = new.feature,
                  classification = new.classification, status = new.status, title = new.title, impact = new.impact,
                  started_at = new.started_at, ended_at = new.ended_at, modified_at = new.modified_at,
                  resolved = new.resolved, posts = new.posts, seen_at = new.seen_at""",
                changed.stream()
                        .sorted(Comparator.comparing(ServiceIssue::id))
                        .map(issue -> row(scope, issue, time))
                        .toList());
        batches.batchUpdate(
                "DELETE FROM service_issue WHERE scope = ? AND issue_id = ?",
                gone.stream().map(id -> new Object[] {scope, id}).toList());
    }

    /** Microsoft gave no answer; what is kept stays. */
    @Transactional
    public void unanswered(String scope, Instant askedAt, String problem) {
        asked(scope, askedAt, utc(askedAt), problem);
    }

    /** Microsoft said no, which is an answer; what is kept stays. */
    @Transactional
    public void refused(String scope, Instant askedAt, String problem) {
        asked(scope, askedAt, null, problem);
    }

    private void asked(String scope, Instant askedAt, @Nullable LocalDateTime unansweredSince, String problem) {
        database.sql("""
                        INSERT INTO service_health_read (scope, asked_at, unanswered_since, problem)
                        VALUES (?, ?, ?, ?) AS new
                        ON DUPLICATE KEY UPDATE
                          unanswered_since = IF(new.unanswered_since IS NULL, NULL,
                                                COALESCE(service_health_read.unanswered_since, new.unanswered_since)),
                          problem = new.problem,
                          asked_at = new.asked_at""")
                .params(scope, utc(askedAt), unansweredSince, IssueReader.upTo(1000, problem))
                .update();
    }

    /** What is kept of the scope; without any time when it was never asked for. */
    @Transactional(readOnly = true)
    public KeptIssues of(String scope) {
        return database.sql("SELECT * FROM service_health_read WHERE scope = ?")
                .param(scope)
                .query((row, i) -> new KeptIssues(
                        instant(row, "read_at"),
                        instant(row, "all_read_at"),
                        instant(row, "asked_at"),
                        row.getString("problem"),
                        issuesOf(scope)))
                .optional()
                .orElseGet(() -> new KeptIssues(null, null, null, null, List.of()));
    }

    /** Of the scopes that were asked for since then without an answer: the oldest time of what serves in its place. */
    Optional<Instant> oldestUnanswered(Instant askedSince) {
        return database.sql("""
                        SELECT COALESCE(read_at, unanswered_since) AS since FROM service_health_read
                        WHERE unanswered_since IS NOT NULL AND asked_at >= ?
                        ORDER BY since LIMIT 1""")
                .param(utc(askedSince))
                .query(LocalDateTime.class)
                .optional()
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private List<ServiceIssue> issuesOf(String scope) {
        return database.sql("SELECT * FROM service_issue WHERE scope = ? ORDER BY issue_id")
                .param(scope)
                .query((row, i) -> issue(row))
                .list();
    }

    private @Nullable Object[] row(String scope, ServiceIssue issue, @Nullable LocalDateTime seenAt) {
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
                utc(issue.modifiedAt()),
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
                    instant(row, "modified_at"),
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
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
