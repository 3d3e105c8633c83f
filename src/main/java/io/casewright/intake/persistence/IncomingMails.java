package io.casewright.intake.persistence;

import io.casewright.intake.domain.AsideReason;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.mail.MailHead;
import io.casewright.platform.database.UtcTime;
import io.casewright.platform.files.NamesFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** One row for each mail. */
@Component
public class IncomingMails implements NamesFiles {

    private static final String READ = "SELECT * FROM incoming_mail WHERE ";

    private final JdbcClient database;

    IncomingMails(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps a mail that was taken.
     *
     * @param arrival what it is called where it came in
     * @param fileId the mail itself; null when it was not fetched
     * @return its id; empty when it was taken before
     */
    public Optional<Long> add(String arrival, @Nullable String fileId, long size, Instant at) {
        try {
            var key = new GeneratedKeyHolder();
            database.sql(
                            "INSERT INTO incoming_mail (arrival, file_id, size, received_at, fate) VALUES (?, ?, ?, ?, 'NEW')")
                    .params(arrival, fileId, size, UtcTime.kept(at))
                    .update(key);
            return Optional.of(Objects.requireNonNull(key.getKey()).longValue());
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    public boolean isTaken(String arrival) {
        return database.sql("SELECT COUNT(*) FROM incoming_mail WHERE arrival = ?")
                        .param(arrival)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Which try begins now; empty when it is no new one any more. */
    public OptionalInt begin(long id) {
        int begun = database.sql("UPDATE incoming_mail SET tries = tries + 1 WHERE id = ? AND fate = 'NEW'")
                .param(id)
                .update();
        return begun == 0
                ? OptionalInt.empty()
                : OptionalInt.of(database.sql("SELECT tries FROM incoming_mail WHERE id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single());
    }

    /** The try ended by no fault of the mail. */
    public void takeBack(long id) {
        database.sql("UPDATE incoming_mail SET tries = GREATEST(0, tries - 1) WHERE id = ?")
                .param(id)
                .update();
    }

    public Optional<IncomingMail> find(long id) {
        return database.sql(READ + "id = ?")
                .param(id)
                .query(IncomingMails::read)
                .optional();
    }

    /** The mail, as it stays until the transaction ends. */
    public Optional<IncomingMail> hold(long id) {
        return database.sql(READ + "id = ? FOR UPDATE")
                .param(id)
                .query(IncomingMails::read)
                .optional();
    }

    /** Those that wait for a person, the oldest first. */
    public List<IncomingMail> aside() {
        return database.sql(READ + "fate = 'ASIDE' ORDER BY received_at, id")
                .query(IncomingMails::read)
                .list();
    }

    /** The latest, so many at most. */
    public List<IncomingMail> latest(int most) {
        return database.sql(READ + "TRUE ORDER BY id DESC LIMIT ?")
                .param(most)
                .query(IncomingMails::read)
                .list();
    }

    /** What its head says. */
    public void describe(long id, MailHead head, boolean proven, @Nullable Long proposedCustomer) {
        var from = head.from();
        database.sql("""
                        UPDATE incoming_mail SET sender = ?, sender_name = ?, sender_proven = ?, subject = ?, sent_at = ?,
                               internet_id = ?, proposed_customer = ? WHERE id = ?""")
                .param(from == null ? null : from.address())
                .param(from == null ? null : from.name())
                .param(proven)
                .param(head.subject())
                .param(head.sentAt() == null ? null : UtcTime.kept(head.sentAt()))
                .param(head.messageId())
                .param(proposedCustomer)
                .param(id)
                .update();
    }

    /** Whether no other mail says the same; from now on none does. */
    public boolean isFirst(long id, String likeness) {
        try {
            database.sql("UPDATE incoming_mail SET likeness = ? WHERE id = ?")
                    .params(likeness, id)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public void end(long id, Fate fate) {
        database.sql("UPDATE incoming_mail SET fate = ? WHERE id = ?")
                .params(fate.name(), id)
                .update();
    }

    public void setAside(long id, AsideReason reason, @Nullable String proposedCase) {
        database.sql(
                        "UPDATE incoming_mail SET fate = 'ASIDE', rounds = rounds + 1, aside_reason = ?, proposed_case = ? WHERE id = ?")
                .params(reason.name(), proposedCase, id)
                .update();
    }

    /** @param contactId who opened a case by it; null when it is no contact who wrote */
    public void place(long id, Fate fate, String caseNumber, @Nullable Long messageId, @Nullable Long contactId) {
        database.sql("UPDATE incoming_mail SET fate = ?, case_number = ?, message_id = ?, contact_id = ? WHERE id = ?")
                .params(fate.name(), caseNumber, messageId, contactId, id)
                .update();
    }

    /** It is looked at once more, as if it had just come. */
    public void beginAnew(long id) {
        database.sql("UPDATE incoming_mail SET fate = 'NEW', tries = 0, aside_reason = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    public void decided(long id, @Nullable String by, String decision, Instant at) {
        database.sql("UPDATE incoming_mail SET decided_by = ?, decision = ?, decided_at = ? WHERE id = ?")
                .params(by, decision, UtcTime.kept(at), id)
                .update();
    }

    @Override
    public boolean isNamed(String file) {
        return database.sql("SELECT COUNT(*) FROM incoming_mail WHERE file_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** So many cases the contact opened by mail since then. */
    public int casesOpened(long contactId, Instant since) {
        return database.sql("""
                        SELECT COUNT(*) FROM incoming_mail WHERE contact_id = ? AND fate = 'CASE' AND received_at > ?""")
                .params(contactId, UtcTime.kept(since))
                .query(Integer.class)
                .single();
    }

    private static IncomingMail read(ResultSet row, int index) throws SQLException {
        String reason = row.getString("aside_reason");
        return new IncomingMail(
                row.getLong("id"),
                row.getString("file_id"),
                row.getLong("size"),
                UtcTime.read(row, "received_at"),
                row.getInt("tries"),
                Fate.valueOf(row.getString("fate")),
                row.getInt("rounds"),
                Objects.requireNonNullElse(row.getString("sender"), ""),
                Objects.requireNonNullElse(row.getString("sender_name"), ""),
                row.getBoolean("sender_proven"),
                Objects.requireNonNullElse(row.getString("subject"), ""),
                UtcTime.readIfAny(row, "sent_at"),
                row.getString("internet_id"),
                reason == null ? null : AsideReason.valueOf(reason),
                row.getString("proposed_case"),
                row.getObject("proposed_customer", Long.class),
                row.getString("case_number"),
                row.getObject("message_id", Long.class),
                row.getString("decided_by"),
                UtcTime.readIfAny(row, "decided_at"),
                row.getString("decision"));
    }
}
