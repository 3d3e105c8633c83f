package io.casewright.message;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.platform.database.UtcTime;
import io.casewright.platform.outbox.Outbox;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * The copies of letters to others who take part in a case. All say the same in their heads; each goes its own way, so that an
 * address that takes no mail keeps nobody else from the letter.
 */
@Component
class LetterCopies {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("customer-mail-copy", Order.class);
    private static final String WAITING = "WAITING";

    private final JdbcClient database;
    private final MessageStore store;
    private final MailComposer composer;
    private final JavaMailSender mailer;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    LetterCopies(
            JdbcClient database,
            MessageStore store,
            MailComposer composer,
            JavaMailSender mailer,
            MailSettings settings,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.composer = composer;
        this.mailer = mailer;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which copy to send. */
    record Order(long copy) {}

    private record Copy(long id, long messageId, Recipient recipient, String delivery) {}

    /** Keeps them with the letter, in the current transaction, and has them sent after it. */
    void add(long messageId, List<Recipient> readers) {
        for (Recipient reader : readers) {
            database.sql(
                            "INSERT IGNORE INTO letter_copy (message_id, address, name, delivery) VALUES (?, ?, ?, 'WAITING')")
                    .params(messageId, reader.email(), reader.name())
                    .update();
        }
        for (Copy copy : of(messageId)) {
            outbox.add(TASK.instance(String.valueOf(copy.id))
                    .data(new Order(copy.id))
                    .build());
        }
    }

    /** Who else reads the letter. */
    List<Recipient> readersOf(long messageId) {
        return of(messageId).stream().map(Copy::recipient).toList();
    }

    /**
     * A copy did not arrive.
     *
     * @return whether it was one of this letter
     */
    boolean returned(long messageId, String address, String reason) {
        return database.sql(
                                "UPDATE letter_copy SET delivery = 'FAILED', failure = ? WHERE message_id = ? AND address = ?")
                        .params(reason, messageId, address)
                        .update()
                > 0;
    }

    private List<Copy> of(long messageId) {
        return read("message_id", messageId);
    }

    private List<Copy> read(String column, long id) {
        return database.sql("SELECT * FROM letter_copy WHERE " + column + " = ? ORDER BY id")
                .param(id)
                .query((row, index) -> new Copy(
                        row.getLong("id"),
                        row.getLong("message_id"),
                        new Recipient(row.getString("name"), row.getString("address")),
                        row.getString("delivery")))
                .list();
    }

    void deliver(Order order) {
        read("id", order.copy()).stream()
                .filter(copy -> copy.delivery.equals(WAITING))
                .forEach(this::deliver);
    }

    private void deliver(Copy copy) {
        var letter = store.findById(copy.messageId).orElseThrow();
        try {
            var earlier = store.findEarlierMailIds(letter.caseNumber, letter.id).reversed();
            mailer.send(composer.copyFor(copy.recipient, letter, readersOf(letter.id), earlier));
        } catch (MailException | MessagingException e) {
            String reason = MailTrouble.whyGivenUp(e, letter, clock.instant(), settings.giveUpAfter())
                    .orElseThrow(() -> MailTrouble.temporary(letter.caseNumber, e));
            returned(letter.id, copy.recipient.email(), reason);
            return;
        }
        database.sql("UPDATE letter_copy SET delivery = 'SENT', sent_at = ? WHERE id = ?")
                .params(UtcTime.kept(clock.instant()), copy.id)
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Copying {

        @Bean
        Task<Order> customerMailCopyTask(Outbox outbox, LetterCopies copies) {
            return outbox.taskThatMayWait(TASK, copies::deliver);
        }
    }
}
