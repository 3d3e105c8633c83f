package io.casewright.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.casewright.testkit.CasewrightTest;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class OutboxTests {

    private static final Duration LATER = Duration.ofDays(1);

    private final TaskInstance<Void> entry = TaskDescriptor.of("outbox-test")
            .instance(UUID.randomUUID().toString())
            .build();

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void takeOut() {
        inTransaction(() -> {
            outbox.remove(entry);
            return true;
        });
    }

    @Test
    void anEntryThatWaitsAlreadyStandsForTheSecond() {
        assertThat(inTransaction(() -> outbox.add(entry, LATER))).isTrue();
        assertThat(inTransaction(() -> outbox.add(entry, LATER))).isFalse();
    }

    /** What else the transaction does is kept: the order it lost to is the order it wanted. */
    @Test
    void anEntryThatAnotherAddedSinceTheTransactionBeganStandsForTheSecondToo() {
        boolean added = inTransaction(() -> {
            assertThat(waiting()).isZero();
            inTransaction(() -> outbox.add(entry, LATER));
            assertThat(waiting()).as("seen by a transaction that began before").isZero();
            return outbox.add(entry, LATER);
        });
        assertThat(added).isFalse();
        assertThat(waiting()).isOne();
    }

    private boolean inTransaction(BooleanSupplier work) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return Boolean.TRUE.equals(transaction.execute(status -> work.getAsBoolean()));
    }

    private int waiting() {
        return database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?")
                .params(entry.getTaskName(), entry.getId())
                .query(Integer.class)
                .single();
    }
}
