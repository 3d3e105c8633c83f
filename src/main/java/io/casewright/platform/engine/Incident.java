package io.casewright.platform.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a process does not go on until somebody does something.
 *
 * @param kind of error, as the engine names it
 * @param message may hold the contents of variables, unless one of our workers wrote it
 * @param jobKey null when no job led to it
 */
public record Incident(
        long key,
        String processId,
        String elementId,
        String kind,
        String message,
        long processInstanceKey,
        long elementInstanceKey,
        @Nullable Long jobKey,
        Instant since) {}
