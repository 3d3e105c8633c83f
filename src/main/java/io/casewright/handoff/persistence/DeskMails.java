package io.casewright.handoff.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails of desks that are being read, and how many were set aside; nothing of what stands in them. */
@Component
public class DeskMails {

    private final JdbcClient database;

    DeskMails(JdbcClient database) {
        this.database = database;
    }

    /** Which try begins; empty when the one before began after that time. */
    public OptionalInt begin(String mail, Instant now, Instant before) {
        int added = database.sql("INSERT IGNORE INTO desk_mail (mail, tries, tried_at) VALUES (?, 1, ?)")
                .params(mail, at(now))
                .update();
        if (added > 0) {
            return OptionalInt.of(1);
        }
        int begun = database.sql(
                        "UPDATE desk_mail SET tries = tries + 1, tried_at = ? WHERE mail = ? AND tried_at <= ?")
                .params(at(now), mail, at(before))
                .update();
        return begun == 0
                ? OptionalInt.empty()
                : OptionalInt.of(database.sql("SELECT tries FROM desk_mail WHERE mail = ?")
                        .param(mail)
                        .query(Integer.class)
                        .single());
    }

    /** The mail is done with, and so are those that were tried last before that time. */
    public void end(String mail, Instant before) {
        database.sql("DELETE FROM desk_mail WHERE mail = ? OR tried_at < ?")
                .params(mail, at(before))
                .update();
    }

    public void setAside(String reason, Instant now) {
        database.sql("""
                        INSERT INTO desk_mail_aside (reason, mails, first_at, latest_at) VALUES (?, 1, ?, ?) AS new
                        ON DUPLICATE KEY UPDATE mails = desk_mail_aside.mails + 1, latest_at = new.latest_at""").params(reason, at(now), at(now)).update();
    }

    /** How many were set aside since somebody saw to all of them. */
    public long countAside() {
        return database.sql("SELECT COALESCE(SUM(mails), 0) FROM desk_mail_aside")
                .query(Long.class)
                .single();
    }

    public void forgetAside() {
        database.sql("DELETE FROM desk_mail_aside").update();
    }

    private static Timestamp at(Instant time) {
        return Timestamp.from(time);
    }
}
