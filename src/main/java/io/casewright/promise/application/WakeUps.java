package io.casewright.promise.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.platform.outbox.Outbox;
import io.casewright.promise.domain.PromiseClock;
import io.casewright.promise.persistence.PromiseStore;
import io.casewright.promise.persistence.PromiseStore.Kept;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One row for each clock that runs, due when its next threshold is. A clock that was changed has another row; the one before knows no such clock. */
@Component
class WakeUps {

    private static final TaskDescriptor<WakeUp> TASK = TaskDescriptor.of("promise-wake-up", WakeUp.class);

    private final Outbox outbox;
    private final PromiseStore store;
    private final PromiseEvents events;
    private final TransactionOperations transactions;
    private final Clock clock;

    WakeUps(Outbox outbox, PromiseStore store, PromiseEvents events, TransactionOperations transactions, Clock clock) {
        this.events = events;
        this.outbox = outbox;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param generation of the clock that is meant */
    record WakeUp(long promise, long generation) {}

    /** Plans the next wake-up of a changed clock in the current transaction, in place of the one before. */
    void plan(Kept before, PromiseClock promise) {
        if (PromiseClock.of(before.state()).nextWake().isPresent()) {
            outbox.remove(
                    TASK.instanceId(id(new WakeUp(before.id(), before.state().generation()))));
        }
        plan(before.id(), promise);
    }

    /** Plans the first wake-up of a new clock in the current transaction. */
    void plan(long id, PromiseClock promise) {
        promise.nextWake().ifPresent(at -> {
            var wakeUp = new WakeUp(id, promise.generation());
            var left = Duration.between(clock.instant(), at);
            outbox.add(TASK.instance(id(wakeUp)).data(wakeUp).build(), left.isNegative() ? Duration.ZERO : left);
        });
    }

    void wake(WakeUp wakeUp) {
        transactions.executeWithoutResult(status -> store.hold(wakeUp.promise())
                .filter(kept -> kept.state().generation() == wakeUp.generation())
                .ifPresent(this::wake));
    }

    private void wake(Kept kept) {
        var promise = PromiseClock.of(kept.state());
        if (promise.wake(clock.instant()).isEmpty()) {
            // Another machine's clock is ahead of this one's: the row stays, and is tried again.
            throw new IllegalStateException("Promise %d is due at %s, which is not yet"
                    .formatted(kept.id(), promise.nextWake().orElse(null)));
        }
        store.save(kept, promise);
        plan(kept.id(), promise);
        events.changed(kept, promise);
    }

    private static String id(WakeUp wakeUp) {
        return "promise-%d:%d".formatted(wakeUp.promise(), wakeUp.generation());
    }

    @Configuration(proxyBeanMethods = false)
    static class Waking {

        @Bean
        Task<WakeUp> promiseWakeUpTask(Outbox outbox, WakeUps wakeUps) {
            // Waits for days, which is no fault of the outbox.
            return outbox.taskThatMayWait(TASK, wakeUps::wake);
        }
    }
}
