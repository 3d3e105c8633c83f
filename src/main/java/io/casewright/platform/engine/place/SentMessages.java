package io.casewright.platform.engine.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.engine.EngineMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine is told, until a step begins with it: an engine that is lost takes it along otherwise. */
@Component
public class SentMessages {

    /** The variable that tells a step which message led to it. */
    public static final String BY_MESSAGE = "byMessage";

    /** A message that starts a process is done at once, but what it started may be lost before its first step. */
    private static final Duration UNTIL_STARTED = Duration.ofDays(1);

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Clock clock;

    SentMessages(JdbcClient database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The message is to be sent. */
    public void add(EngineMessage message) {
        database.sql("INSERT INTO engine_message (id, name, correlation_key, message) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE engine_message.id = engine_message.id")
                .params(message.id(), message.name(), message.correlationKey(), written(message))
                .update();
    }

    /**
     * The message is about to be sent, perhaps again.
     *
     * @return false when a step has begun with it already: only the engine's answer was lost
     */
    public boolean sending(EngineMessage message) {
        var now = clock.instant();
        return database.sql("UPDATE engine_message SET sent_at = ?, kept_until = ? WHERE id = ?")
                        .params(
                                utc(now),
                                utc(now.plus(message.startsProcess() ? UNTIL_STARTED : message.timeToLive())),
                                message.id())
                        .update()
                > 0;
    }

    /** A step began with it. */
    public void taken(String id) {
        database.sql("DELETE FROM engine_message WHERE id = ?").param(id).update();
    }

    /** Nobody waits for these any more. */
    void forget(Collection<String> names, @Nullable String... correlationKeys) {
        var keys = Stream.of(correlationKeys).filter(Objects::nonNull).toList();
        if (!names.isEmpty() && !keys.isEmpty()) {
            database.sql("DELETE FROM engine_message WHERE correlation_key IN (:keys) AND name IN (:names)")
                    .param("keys", keys)
                    .param("names", names)
                    .update();
        }
    }

    /** Those that the engine still held at that time, the oldest first. */
    public List<EngineMessage> heldAt(Instant time) {
        return database.sql("SELECT message FROM engine_message WHERE kept_until >= ? ORDER BY sent_at, id")
                .param(utc(time))
                .query((row, index) -> read(row.getString("message")))
                .list();
    }

    /** Those that were not yet tried to be sent. */
    public List<EngineMessage> notTried() {
        return database.sql("SELECT message FROM engine_message WHERE sent_at IS NULL ORDER BY id")
                .query((row, index) -> read(row.getString("message")))
                .list();
    }

    /** A message that was sent, and until when an engine holds it or what it started. */
    record Sent(EngineMessage message, Instant keptUntil, Instant sentAt) {}

    /** Those that were sent before that time and led to no step yet, the oldest first. */
    List<Sent> sentBefore(Instant time) {
        return database.sql(
                        "SELECT message, kept_until, sent_at FROM engine_message WHERE sent_at < ? ORDER BY sent_at, id")
                .param(utc(time))
                .query((row, index) ->
                        new Sent(read(row.getString("message")), at(row, "kept_until"), at(row, "sent_at")))
                .list();
    }

    /** Longer than a process that is well takes to come to where it is heard, however long the engine keeps it. */
    private static final Duration HEARD_WITHIN = Duration.ofHours(1);

    /** A message that nothing took in time, or that started nothing. */
    public record Unheard(EngineMessage message, Instant sentAt) {}

    /** Those of these names that were sent before that time and reached nothing, the oldest first. */
    public List<Unheard> unheard(Collection<String> names, Instant sentBefore, Instant now) {
        return database
                .sql("SELECT message, sent_at, kept_until FROM engine_message"
                        + " WHERE name IN (:names) AND sent_at < :before ORDER BY sent_at, id")
                .param("names", names)
                .param("before", utc(sentBefore))
                .query((row, index) ->
                        new Sent(read(row.getString("message")), at(row, "kept_until"), at(row, "sent_at")))
                .list()
                .stream()
                .filter(sent -> sent.message().startsProcess()
                        || sent.sentAt().plus(HEARD_WITHIN).isBefore(now))
                .map(sent -> new Unheard(sent.message(), sent.sentAt()))
                .toList();
    }

    boolean isKnown(String id) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM engine_message WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Whether one of these messages waits to be sent for this key, or was sent and no step has begun with it. */
    public boolean waitFor(Collection<String> names, String correlationKey) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM engine_message WHERE name IN (:names) AND (correlation_key = :key"
                                // Where a key is used more than once, something that makes it this one follows.
                                + " OR correlation_key LIKE :more))")
                .param("names", names)
                .param("key", correlationKey)
                .param("more", correlationKey + ":%")
                .query(Boolean.class)
                .single();
    }

    /** What no engine holds any more at that time, but for these names. */
    public void forgetKeptUntil(Instant time, Collection<String> except) {
        database.sql("DELETE FROM engine_message WHERE kept_until < :time AND name NOT IN (:except)")
                .param("time", utc(time))
                // SQL knows no empty list; no message has this name.
                .param("except", except.isEmpty() ? List.of("-") : except)
                .update();
    }

    private String written(EngineMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message to the engine cannot be written", e);
        }
    }

    private EngineMessage read(String message) {
        try {
            return json.readValue(message, EngineMessage.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message to the engine cannot be read", e);
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
