package io.casewright.statement.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.message.Addressee;
import io.casewright.message.StatementLetter;
import io.casewright.message.StatementLetters;
import io.casewright.message.WaitingLetters;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.Fingerprint;
import io.casewright.platform.text.LinkToken;
import io.casewright.platform.text.PublicAddress;
import io.casewright.statement.domain.Statement.State;
import io.casewright.statement.domain.StatementRefused;
import io.casewright.statement.persistence.StatementLetterStore;
import io.casewright.statement.persistence.StatementLetterStore.Sent;
import io.casewright.statement.persistence.Statements;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
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
    private final WaitingLetters waiting;
    private final Outbox outbox;
    private final PublicAddress address;
    private final StatementSettings settings;
    private final Clock clock;

    SendStatement(
            Statements statements,
            ReadStatements read,
            StatementLetterStore letters,
            StatementLetters mail,
            WaitingLetters waiting,
            Outbox outbox,
            PublicAddress address,
            StatementSettings settings,
            Clock clock) {
        this.statements = statements;
        this.read = read;
        this.letters = letters;
        this.mail = mail;
        this.waiting = waiting;
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
        waiting.deliver(StatementLetterStore.LETTERS, order.id(), addressee -> send(order.id(), addressee));
    }

    private Optional<String> send(long id, Addressee addressee) {
        var whole = read.whole(letters.statementIn(id));
        var statement = whole.statement();
        var validUntil = clock.instant().plus(settings.linkValid());
        String token = LinkToken.random();
        letters.addLink(id, Fingerprint.of(token), validUntil);
        return mail.send(new StatementLetter(
                "statement-letter-" + id,
                addressee,
                Objects.requireNonNull(statement.number()),
                statement.month(),
                whole.totals().gross(),
                address.ofStatement(token, addressee.locale().getLanguage()),
                validUntil,
                StatementCsv.of(whole)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivering {

        @Bean
        Task<Order> statementLetterTask(Outbox outbox, SendStatement send) {
            return outbox.taskThatMayWait(TASK, send::deliver);
        }
    }
}
