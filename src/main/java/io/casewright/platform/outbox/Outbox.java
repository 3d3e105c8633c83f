package io.casewright.platform.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactional outbox, kept by db-scheduler in the table {@code scheduled_tasks}: an entry commits together with its
 * cause and is removed only when its delivery returned. An entry with an id that already waits is the same entry.
 */
@Component
public class Outbox {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final Clock clock;

    Outbox(@Lazy Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Adds an entry to the current transaction; without one it fails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(TaskInstance<?> entry) {
        scheduler.scheduleIfNotExists(entry, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Saves the second until the next poll; the entry is safe without it.
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** The delivery of one kind of entry: at least once, so it must bear repetition; fails by throwing. */
    public static <T> Task<T> task(TaskDescriptor<T> kind, Consumer<T> delivery) {
        return Tasks.oneTime(kind)
                .onFailure(growingPauses())
                .onDeadExecutionRevive()
                .execute((entry, context) -> delivery.accept(entry.getData()));
    }

    private static <T> FailureHandler<T> growingPauses() {
        return (complete, operations) -> {
            int failures = complete.getExecution().consecutiveFailures;
            Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
            operations.reschedule(
                    complete, complete.getTimeDone().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        };
    }
}
