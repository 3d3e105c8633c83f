package io.casewright.report.domain;

import java.time.Instant;
import java.util.Map;

/**
 * Which cases a report is about.
 *
 * @param to not in it any more
 * @param by what its rows are
 * @param only values to which it is narrowed
 */
public record Question(Instant from, Instant to, Dimension by, Map<Dimension, String> only) {

    public Question {
        only = Map.copyOf(only);
    }
}
