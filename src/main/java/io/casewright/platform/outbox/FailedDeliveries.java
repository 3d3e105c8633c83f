package io.casewright.platform.outbox;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Tells the log of what did not come through. What waits for somebody who is away fails again every few seconds, and there may be
 * very much of it: that is told ever more rarely, and only once with all that is known about the failure.
 */
@Component
class FailedDeliveries extends AbstractSchedulerListener {

    private static final Logger log = LoggerFactory.getLogger(FailedDeliveries.class);

    /** By then it is more than a moment of somebody's being away. */
    private static final int TOLD_WHOLE = 4;

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
        if (complete.getResult() != Result.FAILED) {
            return;
        }
        int attempt = complete.getExecution().consecutiveFailures + 1;
        if (!isTold(attempt)) {
            return;
        }
        var cause = complete.getCause().orElseGet(() -> new IllegalStateException("It is not known why."));
        String task = complete.getExecution().taskInstance.getTaskName();
        if (attempt == TOLD_WHOLE) {
            log.warn("{} failed {} times in a row", task, attempt, cause);
        } else {
            log.warn(
                    "{} failed at attempt {}: {}",
                    task,
                    attempt,
                    NestedExceptionUtils.getMostSpecificCause(cause).toString());
        }
    }

    /** At 1, 2, 4, 8 and so on. */
    static boolean isTold(int attempt) {
        return Integer.bitCount(attempt) == 1;
    }
}
