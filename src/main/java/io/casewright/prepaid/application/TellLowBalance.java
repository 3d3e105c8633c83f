package io.casewright.prepaid.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.message.Addressee;
import io.casewright.message.BalanceLetter;
import io.casewright.message.BalanceLetters;
import io.casewright.message.WaitingLetters;
import io.casewright.plan.application.Plans;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.PublicAddress;
import io.casewright.prepaid.domain.Balance;
import io.casewright.prepaid.persistence.LowLetters;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Writes to a customer of whose prepaid hours little is left, in its language. */
@Component
class TellLowBalance {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("prepaid-letter", Order.class);

    private final LowLetters letters;
    private final BalanceLetters mail;
    private final WaitingLetters waiting;
    private final Plans plans;
    private final Outbox outbox;
    private final PublicAddress address;

    TellLowBalance(
            LowLetters letters,
            BalanceLetters mail,
            WaitingLetters waiting,
            Plans plans,
            Outbox outbox,
            PublicAddress address) {
        this.letters = letters;
        this.mail = mail;
        this.waiting = waiting;
        this.plans = plans;
        this.outbox = outbox;
        this.address = address;
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
        waiting.deliver(LowLetters.LETTERS, order.id(), addressee -> send(order.id(), addressee));
    }

    private Optional<String> send(long id, Addressee addressee) {
        var low = letters.toldIn(id);
        var version = plans.now(low.plan()).orElseThrow();
        return mail.send(new BalanceLetter(
                "prepaid-letter-" + id,
                addressee,
                low.held(),
                low.free(),
                low.askedAt(),
                address.ofPlan(
                        version.plan(), version.number(), addressee.locale().getLanguage())));
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivering {

        @Bean
        Task<Order> prepaidLetterTask(Outbox outbox, TellLowBalance tell) {
            return outbox.taskThatMayWait(TASK, tell::deliver);
        }
    }
}
