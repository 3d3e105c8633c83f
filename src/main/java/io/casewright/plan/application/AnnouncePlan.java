package io.casewright.plan.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.message.Addressee;
import io.casewright.message.PlanLetter;
import io.casewright.message.PlanLetters;
import io.casewright.message.WaitingLetters;
import io.casewright.plan.persistence.PlanStore;
import io.casewright.plan.persistence.ToldStore;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.PublicAddress;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Writes to the customers of a plan that another version takes its place: one letter each, in the customer's language. */
@Component
class AnnouncePlan {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("plan-letter", Order.class);

    private final ToldStore told;
    private final PlanStore plans;
    private final PlanLetters letters;
    private final WaitingLetters waiting;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Clock clock;

    AnnouncePlan(
            ToldStore told,
            PlanStore plans,
            PlanLetters letters,
            WaitingLetters waiting,
            Outbox outbox,
            PublicAddress address,
            Clock clock) {
        this.told = told;
        this.plans = plans;
        this.letters = letters;
        this.waiting = waiting;
        this.outbox = outbox;
        this.address = address;
        this.clock = clock;
    }

    /** Which letter to send. */
    record Order(long id) {}

    /** Orders the letters in the current transaction. */
    void announce(long plan, int version) {
        for (long id : told.announce(plan, version, clock.instant())) {
            outbox.add(TASK.instance("plan-letter-" + id).data(new Order(id)).build());
        }
    }

    void deliver(Order order) {
        waiting.deliver(ToldStore.LETTERS, order.id(), addressee -> send(order.id(), addressee));
    }

    private Optional<String> send(long id, Addressee addressee) {
        var announced = told.announcedIn(id);
        var version = plans.find(announced.plan(), announced.version()).orElseThrow();
        return letters.send(new PlanLetter(
                "plan-letter-" + id,
                addressee,
                version.terms().wordsFor(addressee.locale()).name(),
                version.validFrom(),
                address.ofPlan(
                        version.plan(), version.number(), addressee.locale().getLanguage())));
    }

    @Configuration(proxyBeanMethods = false)
    static class Delivering {

        @Bean
        Task<Order> planLetterTask(Outbox outbox, AnnouncePlan announce) {
            return outbox.taskThatMayWait(TASK, announce::deliver);
        }
    }
}
