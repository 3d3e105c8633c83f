package io.casewright.message;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells a customer that little is left of its prepaid hours. It belongs to no case.
 *
 * @param key the same when it is sent again, so that a receiver knows a repetition
 * @param locale the customer's language; one without a template gets English
 * @param sender name of the partner
 * @param held minutes that were left
 * @param free of those, minutes that were not reserved for cases
 * @param at when it was so
 * @param link where the terms stand
 */
public record BalanceLetter(
        String key, Recipient recipient, Locale locale, String sender, int held, int free, Instant at, URI link) {}
