package io.casewright.platform.time;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for something only so long: what does not end by then is interrupted and left behind. */
public final class InTime {

    private InTime() {}

    /**
     * What comes out of it.
     *
     * @throws TimeoutException when the time was up before
     */
    public static <T> T get(Duration patience, Supplier<T> work) throws TimeoutException {
        var task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("in-time").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting");
        } finally {
            task.cancel(true);
        }
    }

    /** Does it; false when the time was up before it ended. */
    public static boolean run(Duration patience, Runnable work) {
        try {
            return get(patience, () -> {
                work.run();
                return true;
            });
        } catch (TimeoutException e) {
            return false;
        }
    }
}
