package io.casewright.message;

import java.net.URI;
import java.time.Instant;

/**
 * Tells a customer that little is left of its prepaid hours. It belongs to no case.
 *
 * @param key the same when it is sent again, so that a receiver knows a repetition
 * @param held minutes that were left
 * @param free of those, minutes that were not reserved for cases
 * @param at when it was so
 * @param link where the terms stand
 */
public record BalanceLetter(String key, Addressee addressee, int held, int free, Instant at, URI link) {}
