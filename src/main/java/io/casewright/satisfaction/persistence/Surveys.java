package io.casewright.satisfaction.persistence;

import io.casewright.platform.database.UtcTime;
import io.casewright.satisfaction.domain.Rating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the contacts of cases were asked, and what they answered. */
@Repository
public class Surveys {

    private static final String COLUMNS = "SELECT s.id, s.case_number, s.asked_at, s.valid_until, s.rating, s.comment,"
            + " s.answered_at, s.needs_call, s.called_at, s.called_by, s.call_note FROM survey s ";

    private final JdbcClient database;

    Surveys(JdbcClient database) {
        this.database = database;
    }

    /** The survey of a case. */
    public record Survey(
            long id,
            String caseNumber,
            @Nullable Instant askedAt,
            @Nullable Instant validUntil,
            @Nullable Rating rating,
            @Nullable Instant answeredAt,
            boolean needsCall,
            @Nullable Instant calledAt,
            @Nullable String calledBy,
            @Nullable String callNote) {}

    /** Why somebody is not asked. */
    public enum LeftOut {
        ERASED,
        MAJOR_CASE,
        CONTACT_CLOSED,
        ASKED_LATELY
    }

    /** Plans to ask, unless it was asked before. */
    public void plan(String number, Instant at) {
        database.sql("INSERT INTO survey (case_number, planned_at) VALUES (?, ?) AS new ON DUPLICATE KEY UPDATE"
                        + " planned_at = IF(survey.asked_at IS NULL, new.planned_at, survey.planned_at),"
                        + " left_out = IF(survey.asked_at IS NULL, NULL, survey.left_out)")
                .params(number, UtcTime.kept(at))
                .update();
    }

    public Optional<Survey> of(String number) {
        return database.sql(COLUMNS + "WHERE s.case_number = ?")
                .param(number)
                .query((row, i) -> survey(row))
                .optional();
    }

    /** As {@link #of}, as it stays until the transaction ends. */
    public Optional<Survey> hold(String number) {
        return database.sql(COLUMNS + "WHERE s.case_number = ? FOR UPDATE")
                .param(number)
                .query((row, i) -> survey(row))
                .optional();
    }

    /** The survey to which a link leads. */
    public Optional<Survey> byLink(String tokenHash) {
        return database.sql(COLUMNS + "WHERE s.id = (SELECT l.survey_id FROM survey_link l WHERE l.token_hash = ?)")
                .param(tokenHash)
                .query((row, i) -> survey(row))
                .optional();
    }

    public void addLink(long survey, String tokenHash) {
        database.sql("INSERT INTO survey_link (token_hash, survey_id) VALUES (?, ?)")
                .params(tokenHash, survey)
                .update();
    }

    /** Whether the case was told of together with others. */
    public boolean isOfAMajorCase(String number) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM major_case_child m WHERE m.case_number = ? AND m.joined_at IS NOT NULL)")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    public boolean isClosed(long contactId) {
        return database.sql("SELECT closed_at IS NOT NULL FROM contact WHERE id = ?")
                .param(contactId)
                .query(Boolean.class)
                .single();
    }

    /** Whether the contact was asked about any case since then. */
    public boolean isAskedSince(long contactId, Instant since) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM survey s JOIN support_case c ON c.number = s.case_number"
                        + " WHERE c.contact_id = ? AND s.asked_at > ?)")
                .params(contactId, UtcTime.kept(since))
                .query(Boolean.class)
                .single();
    }

    public void leaveOut(long id, LeftOut why) {
        database.sql("UPDATE survey SET left_out = ? WHERE id = ?")
                .params(why.name(), id)
                .update();
    }

    public void asked(long id, Instant at, Instant validUntil) {
        database.sql("UPDATE survey SET asked_at = ?, valid_until = ? WHERE id = ?")
                .params(UtcTime.kept(at), UtcTime.kept(validUntil), id)
                .update();
    }

    /** Keeps the answer; no link leads anywhere any more. */
    public void answered(long id, Rating rating, boolean needsCall, Instant at) {
        database.sql("UPDATE survey SET rating = ?, comment = ?, answered_at = ?, needs_call = ? WHERE id = ?")
                .params(
                        rating.stars(),
                        rating.comment().isEmpty() ? null : rating.comment(),
                        UtcTime.kept(at),
                        needsCall,
                        id)
                .update();
    }

    public void called(long id, String note, @Nullable String by, Instant at) {
        database.sql("UPDATE survey SET called_at = ?, called_by = ?, call_note = ? WHERE id = ?")
                .params(UtcTime.kept(at), by, note, id)
                .update();
    }

    /** The cases whose customers have still to be called. */
    public Set<String> toBeCalled() {
        return new HashSet<>(database.sql("SELECT case_number FROM survey WHERE needs_call AND called_at IS NULL")
                .query(String.class)
                .list());
    }

    private static Survey survey(ResultSet row) throws SQLException {
        int stars = row.getInt("rating");
        boolean isRated = !row.wasNull();
        String comment = row.getString("comment");
        return new Survey(
                row.getLong("id"),
                row.getString("case_number"),
                UtcTime.readIfAny(row, "asked_at"),
                UtcTime.readIfAny(row, "valid_until"),
                isRated ? new Rating(stars, comment == null ? "" : comment) : null,
                UtcTime.readIfAny(row, "answered_at"),
                row.getBoolean("needs_call"),
                UtcTime.readIfAny(row, "called_at"),
                row.getString("called_by"),
                row.getString("call_note"));
    }
}
