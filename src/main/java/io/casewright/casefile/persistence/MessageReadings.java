package io.casewright.casefile.persistence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which messages of a case wait for a person, and which of them one task shows. Whoever changes this holds the case, so nothing
 * here happens twice at once for one case.
 */
@Repository
public class MessageReadings {

    private final JdbcClient database;

    MessageReadings(JdbcClient database) {
        this.database = database;
    }

    /** A person has to read it; known already, it stays as it is. */
    public void await(long messageId, long caseId) {
        database.sql("INSERT INTO message_reading (message_id, case_id) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE message_id = message_id")
                .params(messageId, caseId)
                .update();
    }

    /** Whether a person has read it; false of one that nobody was to read. */
    public boolean isRead(long messageId) {
        return database.sql("SELECT read_at IS NOT NULL FROM message_reading WHERE message_id = ?")
                .param(messageId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether a message of the case waits for a person. */
    public boolean anyUnread(long caseId) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM message_reading WHERE case_id = ? AND read_at IS NULL)")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }

    /** The message that has a task, which shows all others that come meanwhile. */
    public Optional<Long> withTask(long caseId) {
        return database.sql("SELECT message_id FROM message_reading WHERE case_id = ? AND read_at IS NULL"
                        + " AND read_with = message_id ORDER BY message_id LIMIT 1")
                .param(caseId)
                .query(Long.class)
                .optional();
    }

    /** It is shown by the task of that message from now on, which may be its own; as before when it was already. */
    public void showWith(long messageId, long taskOf) {
        int last = database.sql("SELECT COALESCE(MAX(position), 0) FROM message_reading WHERE read_with = ?")
                .param(taskOf)
                .query(Integer.class)
                .single();
        database.sql("UPDATE message_reading SET read_with = :task, position = :position"
                        + " WHERE message_id = :message AND (read_with IS NULL OR read_with <> :task)")
                .param("task", taskOf)
                .param("position", last + 1)
                .param("message", messageId)
                .update();
    }

    /** The messages that the task of that one is to show, in the order in which they came to it. */
    public List<Long> shownWith(long taskOf) {
        return database.sql(
                        "SELECT message_id FROM message_reading WHERE read_with = ? AND read_at IS NULL ORDER BY position")
                .param(taskOf)
                .query(Long.class)
                .list();
    }

    /** Whether the engine has to be told that there are more; not when it is about to be told anyway. */
    public boolean beginAdding(long taskOf) {
        return database.sql("UPDATE message_reading SET adding = TRUE WHERE message_id = ? AND NOT adding")
                        .param(taskOf)
                        .update()
                > 0;
    }

    /** The engine was told, and the task shows all that came until now. */
    public void added(long taskOf) {
        database.sql("UPDATE message_reading SET adding = FALSE WHERE message_id = ?")
                .param(taskOf)
                .update();
    }

    /** A person has read these; those that were read before stay so. */
    public void read(List<Long> messageIds, Instant at) {
        if (!messageIds.isEmpty()) {
            database.sql("UPDATE message_reading SET read_at = :at WHERE message_id IN (:messages) AND read_at IS NULL")
                    .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                    .param("messages", messageIds)
                    .update();
        }
    }

    /** The task is done; what it did not show yet has to be taken up anew. */
    public void letGo(long taskOf) {
        database.sql("UPDATE message_reading SET read_with = NULL, position = NULL, adding = FALSE"
                        + " WHERE read_with = ? AND read_at IS NULL")
                .param(taskOf)
                .update();
    }
}
