package io.casewright.attachment;

import io.casewright.platform.database.UtcTime;
import io.casewright.platform.files.NamesFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each file of each message. */
@Component
class AttachmentStore implements NamesFiles {

    private final JdbcClient database;

    AttachmentStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where a file belongs.
     *
     * @param message null for one that belongs to none yet
     * @param waitsFor what it waits for; null when it belongs to a message
     */
    record Place(
            String caseNumber,
            long customer,
            @Nullable Long message,
            @Nullable String waitsFor) {

        static Place ofMessage(String caseNumber, long customer, long message) {
            return new Place(caseNumber, customer, message, null);
        }

        static Place later(String caseNumber, long customer, String waitsFor) {
            return new Place(caseNumber, customer, null, waitsFor);
        }
    }

    void add(
            Place place,
            int position,
            String name,
            String mediaType,
            long size,
            @Nullable String file,
            @Nullable String refusal,
            Instant at) {
        database.sql("""
                        INSERT INTO attachment (case_number, message_id, waits_for, customer_id, position, name, media_type, size,
                                                file_id, refusal, kept_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        place.caseNumber,
                        place.message,
                        place.waitsFor,
                        place.customer,
                        position,
                        name,
                        mediaType,
                        size,
                        file,
                        refusal,
                        UtcTime.kept(at))
                .update();
    }

    List<Attachment> waiting(String waitsFor) {
        return database.sql("SELECT * FROM attachment WHERE waits_for = ? ORDER BY position")
                .param(waitsFor)
                .query(AttachmentStore::read)
                .list();
    }

    void join(String waitsFor, long message) {
        database.sql("UPDATE attachment SET message_id = ?, waits_for = NULL WHERE waits_for = ?")
                .params(message, waitsFor)
                .update();
    }

    /** What waited is gone; the files that it named. */
    List<String> removeWaiting(String waitsFor) {
        var files = waiting(waitsFor).stream()
                .flatMap(file -> Stream.ofNullable(file.fileId()))
                .toList();
        database.sql("DELETE FROM attachment WHERE waits_for = ?")
                .param(waitsFor)
                .update();
        return files;
    }

    List<Attachment> ofMessage(long message) {
        return database.sql("SELECT * FROM attachment WHERE message_id = ? ORDER BY position")
                .param(message)
                .query(AttachmentStore::read)
                .list();
    }

    List<Attachment> ofCase(String caseNumber) {
        return database.sql("SELECT * FROM attachment WHERE case_number = ? AND message_id IS NOT NULL ORDER BY id")
                .param(caseNumber)
                .query(AttachmentStore::read)
                .list();
    }

    Optional<Attachment> find(String caseNumber, long id) {
        return database.sql("SELECT * FROM attachment WHERE case_number = ? AND id = ? AND message_id IS NOT NULL")
                .params(caseNumber, id)
                .query(AttachmentStore::read)
                .optional();
    }

    /** So many bytes the customer's files have. */
    long bytesOf(long customer) {
        return database.sql(
                        "SELECT COALESCE(SUM(size), 0) FROM attachment WHERE customer_id = ? AND file_id IS NOT NULL")
                .param(customer)
                .query(Long.class)
                .single();
    }

    /** What is kept of the cases is gone; the files that they named. */
    List<String> erase(Collection<String> caseNumbers) {
        var files = database.sql(
                        "SELECT DISTINCT file_id FROM attachment WHERE case_number IN (:numbers) AND file_id IS NOT NULL")
                .param("numbers", caseNumbers)
                .query(String.class)
                .list();
        database.sql("UPDATE attachment SET file_id = NULL, size = 0, refusal = 'It was erased with its case.'"
                        + " WHERE case_number IN (:numbers)")
                .param("numbers", caseNumbers)
                .update();
        return files;
    }

    @Override
    public boolean isNamed(String file) {
        return database.sql("SELECT COUNT(*) FROM attachment WHERE file_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Attachment read(ResultSet row, int index) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("case_number"),
                row.getLong("message_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("file_id"),
                row.getString("refusal"),
                UtcTime.read(row, "kept_at"));
    }
}
