package io.casewright.message;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.platform.outbox.Outbox;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server: again after temporary trouble, and never again once it refused for good. */
@Component
class MailDelivery {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("customer-mail", Order.class);

    private final MessageStore store;
    private final MailComposer composer;
    private final LetterCopies copies;
    private final JavaMailSender mailer;
    private final LetterOutcomes outcomes;
    private final MailSettings settings;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    MailDelivery(
            MessageStore store,
            MailComposer composer,
            LetterCopies copies,
            JavaMailSender mailer,
            LetterOutcomes outcomes,
            MailSettings settings,
            Clock clock) {
        this.store = store;
        this.composer = composer;
        this.copies = copies;
        this.mailer = mailer;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Which letter to send. */
    record Order(long messageId) {}

    void deliver(Order order) {
        var waiting = store.findById(order.messageId()).filter(StoredMessage::waits);
        if (waiting.isEmpty()) {
            return;
        }
        var letter = waiting.get();
        if (clock.instant().isBefore(awayUntil)) {
            // Else each of many waiting letters would hold up the outbox until its own connection times out.
            throw MailTrouble.stillAway(letter.caseNumber);
        }
        try {
            var earlier = store.findEarlierMailIds(letter.caseNumber, letter.id).reversed();
            mailer.send(composer.compose(letter, copies.readersOf(letter.id), earlier));
        } catch (MailException | MessagingException e) {
            giveUpOrTryAgain(letter, e);
            return;
        }
        outcomes.sent(letter.id);
    }

    private void giveUpOrTryAgain(StoredMessage letter, Exception trouble) {
        Instant now = clock.instant();
        var reason = MailTrouble.whyGivenUp(trouble, letter, now, settings.giveUpAfter());
        if (reason.isPresent()) {
            outcomes.failed(letter.id, reason.get());
            return;
        }
        if (MailTrouble.isAway(trouble)) {
            awayUntil = now.plus(settings.pauseWhenAway());
        }
        throw MailTrouble.temporary(letter.caseNumber, trouble);
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivering {

        @Bean
        Task<Order> customerMailTask(Outbox outbox, MailDelivery delivery) {
            return outbox.taskThatMayWait(TASK, delivery::deliver);
        }
    }
}
