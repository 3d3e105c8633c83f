package io.casewright.platform.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactional outbox, kept by db-scheduler in the table {@code scheduled_tasks}: an entry commits together with its
 * cause and is removed only when its delivery returned, or set aside when it is refused for good. An entry with an id that already waits is the same entry.
 */
@Component
public class Outbox {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final SetAside aside;
    private final JdbcClient database;
    private final Clock clock;
    private final Set<String> mayWait = ConcurrentHashMap.newKeySet();
    private volatile Instant lastDelivery;

    Outbox(@Lazy Scheduler scheduler, SetAside aside, JdbcClient database, Clock clock) {
        this.scheduler = scheduler;
        this.aside = aside;
        this.database = database;
        this.clock = clock;
        this.lastDelivery = clock.instant();
    }

    /**
     * Adds an entry to the current transaction; without one it fails.
     *
     * @return false when an entry of this id waits already, which then stands for this one too
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(TaskInstance<?> entry) {
        return add(entry, Duration.ZERO);
    }

    /** As {@link #add(TaskInstance)}, but not to be delivered before the time has passed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(TaskInstance<?> entry, Duration notBefore) {
        if (!isNew(entry, notBefore)) {
            return false;
        }
        if (notBefore.isZero()) {
            wakeAfterCommit(scheduler);
        }
        return true;
    }

    static void wakeAfterCommit(Scheduler scheduler) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Saves the second until the next poll; the entry is safe without it.
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /**
     * Takes an entry out that waits or was set aside. One that is just being delivered is left, also when that begins at the very moment; so its
     * delivery must bear that nobody wants it any more.
     */
    public void remove(TaskInstanceId entry) {
        // The scheduler's own way reads first and fails when the entry is taken up in between.
        int waiting = database.sql(
                        "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? AND picked = FALSE")
                .params(entry.getTaskName(), entry.getId())
                .update();
        if (waiting == 0) {
            aside.discard(entry.getTaskName(), entry.getId());
        }
    }

    /** A transaction does not see what others added after it began; the scheduler finds no entry then and is refused when it adds its own. */
    private boolean isNew(TaskInstance<?> entry, Duration notBefore) {
        try {
            return scheduler.scheduleIfNotExists(entry, clock.instant().plus(notBefore));
        } catch (TaskInstanceException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause) {
                var translated = new SQLExceptionSubclassTranslator().translate("Add to the outbox", null, cause);
                if (translated instanceof DuplicateKeyException) {
                    return false;
                }
                throw translated == null ? e : translated;
            }
            throw e;
        }
    }

    /** When the last delivery succeeded here; before the first one, when the application started. */
    Instant lastDelivery() {
        return lastDelivery;
    }

    /** Names of the kinds of entries that may wait. */
    Set<String> mayWait() {
        // Never empty, since SQL knows no empty list; no kind has this name.
        return mayWait.isEmpty() ? Set.of("-") : mayWait;
    }

    /**
     * The delivery of one kind of entry: at least once, so it must bear repetition; fails by throwing, and for good by
     * throwing {@link Undeliverable}.
     */
    public <T> Task<T> task(TaskDescriptor<T> kind, Consumer<T> delivery) {
        return Tasks.oneTime(kind)
                .onFailure(aside.or(allAtOnce()))
                .onDeadExecutionRevive()
                .execute((entry, context) -> {
                    delivery.accept(entry.getData());
                    lastDelivery = clock.instant();
                });
    }

    /**
     * As {@link #task}, for a kind of entry whose receiver is not ours and may be away for hours: entries that wait for it
     * are no fault of the outbox, and are tried less often.
     */
    public <T> Task<T> taskThatMayWait(TaskDescriptor<T> kind, Consumer<T> delivery) {
        mayWait.add(kind.getTaskName());
        return Tasks.oneTime(kind)
                .onFailure(aside.or(growingPauses()))
                .onDeadExecutionRevive()
                .execute((entry, context) -> delivery.accept(entry.getData()));
    }

    /**
     * At the next full second; what is not urgent later at the next full five seconds. So what waits for the same receiver is
     * due at the same moment, and the most urgent leaves first when the receiver is back.
     */
    private static <T> FailureHandler<T> allAtOnce() {
        return (complete, operations) -> {
            var entry = complete.getExecution();
            boolean soon = entry.consecutiveFailures < 3 || entry.taskInstance.getPriority() >= Priority.HIGH;
            long step = soon ? 1_000 : 5_000;
            long now = complete.getTimeDone().toEpochMilli();
            operations.reschedule(complete, Instant.ofEpochMilli((now / step + 1) * step));
        };
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
