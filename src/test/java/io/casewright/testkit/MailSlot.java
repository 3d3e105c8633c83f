package io.casewright.testkit;

import static org.awaitility.Awaitility.await;

import io.casewright.intake.application.ReadMail;
import io.casewright.intake.application.TakeMail;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.IncomingMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where mails come in. */
@TestComponent
public class MailSlot {

    private final TakeMail take;
    private final ReadMail read;
    private final JdbcClient database;

    MailSlot(TakeMail take, ReadMail read, JdbcClient database) {
        this.take = take;
        this.read = read;
        this.database = database;
    }

    /** The mail comes in; what became of it. */
    public IncomingMail arrived(AMail mail) {
        return arrived(mail.bytes());
    }

    public IncomingMail arrived(byte[] mail) {
        long before = last();
        try {
            take.take(
                    UUID.randomUUID().toString(),
                    () -> new ByteArrayInputStream(mail),
                    () -> new ByteArrayInputStream(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sorted(idAfter(before));
    }

    /** The mail after it was looked at. */
    public IncomingMail sorted(long id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> read.find(id).orElseThrow(), mail -> mail.fate() != Fate.NEW);
    }

    private long last() {
        return database.sql("SELECT COALESCE(MAX(id), 0) FROM incoming_mail")
                .query(Long.class)
                .single();
    }

    private long idAfter(long before) {
        return Objects.requireNonNull(database.sql("SELECT MAX(id) FROM incoming_mail WHERE id > ?")
                .param(before)
                .query(Long.class)
                .single());
    }
}
