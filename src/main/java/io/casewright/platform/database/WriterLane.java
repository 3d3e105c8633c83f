package io.casewright.platform.database;

import jakarta.persistence.EntityManagerFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * The transactions, of which those that may write are fewer than there are connections: however many of them wait for a locked
 * row, whoever only reads finds a connection.
 */
@Component("transactionManager")
class WriterLane extends JpaTransactionManager {

    private final transient Semaphore lane;
    private final transient Set<Object> writing = ConcurrentHashMap.newKeySet();

    WriterLane(EntityManagerFactory entities, @Value("${casewright.database.writers}") int writers) {
        super(entities);
        // In the order of their coming, so that nobody is passed over until his time is up.
        lane = new Semaphore(writers, true);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (definition.isReadOnly()) {
            super.doBegin(transaction, definition);
            return;
        }
        enter();
        try {
            super.doBegin(transaction, definition);
            writing.add(transaction);
        } finally {
            if (!writing.contains(transaction)) {
                lane.release();
            }
        }
    }

    private void enter() {
        try {
            if (!lane.tryAcquire(DatabaseAway.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("As many write already as may at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("Interrupted before a transaction began", e);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (writing.remove(transaction)) {
                lane.release();
            }
        }
    }
}
