package io.casewright.intake.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.platform.files.FileStore;
import io.casewright.platform.files.FileTooLarge;
import io.casewright.platform.files.StoredFile;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a mail from where it came in: once it is taken it lies among the files, and can be taken away there. */
@Service
public class TakeMail {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("incoming-mail", Order.class);

    private final FileStore files;
    private final IncomingMails mails;
    private final Outbox outbox;
    private final IntakeSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    TakeMail(
            FileStore files,
            IncomingMails mails,
            Outbox outbox,
            IntakeSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.files = files;
        this.mails = mails;
        this.outbox = outbox;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Which mail to look at. */
    record Order(long mail) {}

    /** A mail where it lies. */
    @FunctionalInterface
    public interface Source {

        /** Its content from its beginning, as it was sent. */
        InputStream open() throws IOException;
    }

    /**
     * Takes the mail, and has it looked at. One that was taken before is taken no second time.
     *
     * @param arrival what no other mail is called where it came in
     * @param whole the mail
     * @param head the headers alone, of a mail that is too large
     * @throws IOException when it cannot be read, or not be kept; then it is not taken
     */
    public void take(String arrival, Source whole, Source head) throws IOException {
        String name = Fingerprint.of(arrival);
        if (mails.isTaken(name)) {
            return;
        }
        var kept = keep(whole, head);
        transactions.executeWithoutResult(status -> mails.add(name, kept.id(), kept.size(), clock.instant())
                .ifPresent(id -> outbox.add(
                        TASK.instance(String.valueOf(id)).data(new Order(id)).build())));
    }

    private StoredFile keep(Source whole, Source head) throws IOException {
        long most = settings.largest().toBytes();
        try (InputStream content = whole.open()) {
            return files.keep(content, most);
        } catch (FileTooLarge e) {
            try (InputStream content = head.open()) {
                // So that the size, which is more than is allowed, says that the rest is missing.
                return new StoredFile(files.keep(content, most).id(), most + 1);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Sorting {

        @Bean
        Task<Order> incomingMailTask(Outbox outbox, SortMail sorter) {
            return outbox.task(TASK, order -> sorter.sort(order.mail()));
        }
    }
}
