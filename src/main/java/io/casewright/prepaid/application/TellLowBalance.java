package io.casewright.prepaid.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.message.BalanceLetter;
import io.casewright.message.BalanceLetters;
import io.casewright.message.Recipient;
import io.casewright.plan.application.Plans;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.PublicAddress;
import io.casewright.prepaid.domain.Balance;
import io.casewright.prepaid.persistence.LowLetters;
import io.casewright.prepaid.persistence.LowLetters.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Writes to a customer of whose prepaid hours little is left, in its language. */
@Component
class TellLowBalance {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("prepaid-letter", Order.class);

    private final LowLetters letters;
    private final BalanceLetters mail;
    private final Plans plans;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Clock clock;

    TellLowBalance(
            LowLetters letters, BalanceLetters mail, Plans plans, Outbox outbox, PublicAddress address, Clock clock) {
        this.letters = letters;
        this.mail = mail;
        this.plans = plans;
        this.outbox = outbox;
        this.address = address;
        this.clock = clock;
    }

    /** Which letter to send. */
    record Order(long id) {}

    /**
     * Orders the letter in the current transaction; where the customer has no contact there is none.
     *
     * @param key of the entry after which little is left
     */
    void order(long customer, String key, Balance balance, Instant now) {
        letters.order(customer, key, balance, now)
                .ifPresent(id -> outbox.add(TASK.instance("prepaid-letter-" + id)
                        .data(new Order(id))
                        .build()));
    }

    void deliver(Order order) {
        letters.waiting(order.id()).ifPresent(this::deliver);
    }

    private void deliver(Waiting waiting) {
        if (waiting.isClosed()) {
            letters.failed(waiting.id(), "The contact was closed before the letter left.");
            return;
        }
        var version = plans.now(waiting.plan()).orElseThrow();
        var language = Locale.forLanguageTag(waiting.locale());
        mail.send(new BalanceLetter(
                        "prepaid-letter-" + waiting.id(),
                        new Recipient(waiting.name(), waiting.email()),
                        language,
                        waiting.partner(),
                        waiting.held(),
                        waiting.free(),
                        waiting.askedAt(),
                        address.ofPlan(version.plan(), version.number(), language.getLanguage())))
                .ifPresentOrElse(
                        refusal -> letters.failed(waiting.id(), refusal),
                        () -> letters.told(waiting.id(), clock.instant()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivering {

        @Bean
        Task<Order> prepaidLetterTask(Outbox outbox, TellLowBalance tell) {
            return outbox.taskThatMayWait(TASK, tell::deliver);
        }
    }
}
