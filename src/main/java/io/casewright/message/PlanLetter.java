package io.casewright.message;

import java.net.URI;
import java.time.Instant;

/**
 * Tells a customer that its plan changes. It belongs to no case.
 *
 * @param key the same when it is sent again, so that a receiver knows a repetition
 * @param link where the terms stand
 */
public record PlanLetter(String key, Addressee addressee, String plan, Instant validFrom, URI link) {}
