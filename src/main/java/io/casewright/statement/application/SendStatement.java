package io.casewright.statement.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.message.Recipient;
import io.casewright.message.StatementLetter;
import io.casewright.message.StatementLetters;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.Fingerprint;
import io.casewright.platform.text.LinkToken;
import io.casewright.platform.text.PublicAddress;
import io.casewright.statement.domain.Statement.State;
import io.casewright.statement.domain.StatementRefused;
import io.casewright.statement.persistence.StatementLetterStore;
import io.casewright.statement.persistence.StatementLetterStore.Sent;
import io.casewright.statement.persistence.StatementLetterStore.Waiting;
import io.casewright.statement.persistence.Statements;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends an approved statement to the customer, with a link that only whoever gets the letter knows. */
@Service
public class SendStatement {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("statement-letter", Order.class);

    private final Statements statements;
    private final ReadStatements read;
    private final StatementLetterStore letters;
    private final StatementLetters mail;
    private final Outbox outbox;
    private final PublicAddress address;
    private final StatementSettings settings;
    private final Clock clock;

    SendStatement(
            Statements statements,
            ReadStatements read,
            StatementLetterStore letters,
            StatementLetters mail,
            Outbox outbox,
            PublicAddress address,
            StatementSettings settings,
            Clock clock) {
        this.statements = statements;
        this.read = read;
        this.letters = letters;
        this.mail = mail;
        this.outbox = outbox;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    /** Which letter to send. */
    record Order(long id) {}

    /** Orders the letter in the current transaction; whether there is somebody to send it to. */
    boolean order(long statement) {
        var letter = letters.ask(statement, clock.instant());
        letter.ifPresent(id -> outbox.add(
                TASK.instance("statement-letter-" + id).data(new Order(id)).build()));
        return letter.isPresent();
    }

    /**
     * Sends an approved statement once more.
     *
     * @throws NoSuchStatement when there is none
     * @throws StatementRefused when it is not approved, a letter waits to be sent, or there is nobody to send it to
     */
    @Transactional
    public void again(long id) {
        var statement = statements.hold(id).orElseThrow(() -> new NoSuchStatement(id));
        if (!statement.is(State.APPROVED)) {
            throw new StatementRefused("Only an approved statement is sent.");
        }
        if (letters.of(id).stream().anyMatch(Sent::waits)) {
            throw new StatementRefused("A letter with this statement waits to be sent already.");
        }
        if (!order(id)) {
            throw new StatementRefused("The customer has no contact to send it to. Add one, then send the statement.");
        }
    }

    void deliver(Order order) {
        letters.waiting(order.id()).ifPresent(this::deliver);
    }

    private void deliver(Waiting waiting) {
        if (waiting.isClosed()) {
            letters.failed(waiting.id(), "The contact was closed before the letter left.");
            return;
        }
        var whole = read.whole(waiting.statement());
        var statement = whole.statement();
        var language = Locale.forLanguageTag(waiting.locale());
        var validUntil = clock.instant().plus(settings.linkValid());
        String token = LinkToken.random();
        letters.addLink(waiting.id(), Fingerprint.of(token), validUntil);
        mail.send(new StatementLetter(
                        "statement-letter-" + waiting.id(),
                        new Recipient(waiting.name(), waiting.email()),
                        language,
                        waiting.partner(),
                        Objects.requireNonNull(statement.number()),
                        statement.month(),
                        whole.totals().gross(),
                        address.ofStatement(token, language.getLanguage()),
                        validUntil,
                        StatementCsv.of(whole)))
                .ifPresentOrElse(
                        refusal -> letters.failed(waiting.id(), refusal),
                        () -> letters.told(waiting.id(), clock.instant()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivering {

        @Bean
        Task<Order> statementLetterTask(Outbox outbox, SendStatement send) {
            return outbox.taskThatMayWait(TASK, send::deliver);
        }
    }
}
