package io.casewright.triage;

import io.casewright.triage.StoredModel.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the reader of this instance use what was learned last, whoever learned it. A version that is damaged is refused and
 * the one before it stays or comes in; the last resort is what the application ships with.
 */
@Component
class ReadingModelWatch implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ReadingModelWatch.class);

    /** What the application ships with. */
    static final int SHIPPED = 0;

    private final ReadingModels models;
    private final RequestReader reader;
    private final Set<Integer> refused = new HashSet<>();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile int inUse = SHIPPED;

    ReadingModelWatch(ReadingModels models, RequestReader reader) {
        this.models = models;
        this.reader = reader;
    }

    /** Before the first request is read. */
    @Override
    public void afterSingletonsInstantiated() {
        look();
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void look() {
        looking.lock();
        try {
            takeUp(models.versions());
        } catch (DataAccessException e) {
            log.warn(
                    "Whether there is a newer reading model is not known, version {} stays in use: {}",
                    inUse,
                    e.getMessage());
        } finally {
            looking.unlock();
        }
    }

    int inUse() {
        return inUse;
    }

    private void takeUp(List<Integer> newestFirst) {
        for (int version : newestFirst) {
            if (version == inUse || !refused.contains(version) && use(version)) {
                return;
            }
        }
        if (inUse != SHIPPED) {
            reader.forgetOwnCases();
            inUse = SHIPPED;
            log.info("Requests are read as shipped");
        }
    }

    private boolean use(int version) {
        try {
            reader.tellCategoriesBy(models.load(version).classifier());
            inUse = version;
            log.info("Requests are read by version {} of what was learned", version);
            return true;
        } catch (Refused e) {
            refused.add(version);
            log.error(
                    "Version {} of what was learned is refused: {}. Learn anew or put it back.",
                    version,
                    e.getMessage());
            return false;
        }
    }
}
