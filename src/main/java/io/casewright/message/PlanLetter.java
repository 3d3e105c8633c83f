package io.casewright.message;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells a customer that its plan changes. It belongs to no case.
 *
 * @param key the same when it is sent again, so that a receiver knows a repetition
 * @param locale the customer's language; one without a template gets English
 * @param sender name of the partner
 * @param link where the terms stand
 */
public record PlanLetter(
        String key, Recipient recipient, Locale locale, String sender, String plan, Instant validFrom, URI link) {}
