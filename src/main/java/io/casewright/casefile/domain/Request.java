package io.casewright.casefile.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a customer asks, in the customer's own words, as it came in.
 *
 * @param severityStated whether the severity was stated at intake, rather than assumed
 */
public record Request(
        Channel channel,
        String subject,
        String description,
        @Nullable String product,
        @Nullable Category category,
        Severity severity,
        boolean severityStated,
        String locale,
        @Nullable Integer affectedUsers,
        @Nullable String region,
        @Nullable String externalReference) {}
