package io.casewright.platform.time;

import java.time.Duration;
import java.util.Optional;

/** Trouble of which whoever was asked may have said when it is over. */
public interface AsksForPause {

    /** How long they want to be left alone; empty when they did not say. */
    Optional<Duration> retryAfter();
}
