package io.casewright.servicehealth;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer reports, in the words it came.
 *
 * @param tenantId the customer's
 * @param product what the request is about, in the customer's or the triage's words
 * @param region where it happens
 * @param reportedAt when the request arrived
 * @param notTheCause ids of issues of which it is known already that they are not behind it
 */
public record HealthQuestion(
        String tenantId,
        @Nullable String product,
        String subject,
        String description,
        @Nullable String region,
        Instant reportedAt,
        Set<String> notTheCause) {

    private static final int READ = 10_000;

    /** Of which nothing is known yet but its own words. */
    public HealthQuestion(
            String tenantId,
            @Nullable String product,
            String subject,
            String description,
            @Nullable String region,
            Instant reportedAt) {
        this(tenantId, product, subject, description, region, reportedAt, Set.of());
    }

    /** Subject and the beginning of the description. */
    String text() {
        String text = subject + "\n" + description;
        return text.substring(0, Math.min(READ, text.length()));
    }
}
