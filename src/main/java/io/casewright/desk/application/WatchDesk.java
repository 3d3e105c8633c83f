package io.casewright.desk.application;

import io.casewright.desk.persistence.DeskPulse;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Tells whoever watches that the lists have changed. It asks the database, so that it does not matter which instance, or
 * which engine, made the change; while nobody watches it asks nothing.
 */
@Service
public class WatchDesk {

    private static final Logger log = LoggerFactory.getLogger(WatchDesk.class);

    private final DeskPulse pulse;
    private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();
    private String last = "";

    WatchDesk(DeskPulse pulse) {
        this.pulse = pulse;
    }

    /** From now on it is run after each change, on a thread that must not be held up. */
    public void tell(Runnable watcher) {
        watchers.add(watcher);
    }

    public void forget(Runnable watcher) {
        watchers.remove(watcher);
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        if (watchers.isEmpty()) {
            last = "";
            return;
        }
        try {
            String now = pulse.read();
            boolean changed = !last.isEmpty() && !last.equals(now);
            last = now;
            if (changed) {
                watchers.forEach(Runnable::run);
            }
        } catch (RuntimeException e) {
            log.debug("The lists of the Desk cannot be watched now", e);
        }
    }
}
