package io.casewright.promise.application;

import io.casewright.promise.persistence.PromiseStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Starts the clocks of open cases from before there were clocks, each when its case was received. */
@Component
class OpenEarlierPromises {

    private static final Logger log = LoggerFactory.getLogger(OpenEarlierPromises.class);
    private static final int AT_ONCE = 200;

    private final PromiseStore store;
    private final KeepPromises keep;
    private final TransactionOperations transactions;

    OpenEarlierPromises(PromiseStore store, KeepPromises keep, TransactionOperations transactions) {
        this.store = store;
        this.keep = keep;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void openAtStart() {
        Thread.ofVirtual().name("earlier-promises").start(() -> {
            try {
                int opened = openAll();
                if (opened > 0) {
                    log.info("The clocks of {} cases run that were open before there were clocks", opened);
                }
            } catch (RuntimeException e) {
                log.warn("Not all cases from before there were clocks have theirs; the next start tries again", e);
            }
        });
    }

    int openAll() {
        int opened = 0;
        var missing = store.withoutPromise("", AT_ONCE);
        while (!missing.isEmpty()) {
            for (var number : missing) {
                transactions.executeWithoutResult(status -> {
                    if (store.of(number).isEmpty()) {
                        keep.open(store.situationOf(number));
                    }
                });
            }
            opened += missing.size();
            missing = store.withoutPromise(missing.getLast().value(), AT_ONCE);
        }
        return opened;
    }
}
