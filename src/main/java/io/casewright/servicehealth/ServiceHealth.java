package io.casewright.servicehealth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where published problems come from: a file today, Microsoft Graph behind the same door later. */
public interface ServiceHealth {

    /** What a person calls this source, such as "local feed". */
    String source();

    /**
     * The published issues that concern a customer.
     *
     * @throws ServiceHealthUnavailable when there is no content, not even older one
     */
    Answer issues(String tenantId);

    /** Whether there is a source at all. */
    boolean isConfigured();

    /** When the source was last read with success since this application started. */
    Optional<Instant> lastSuccess();

    /**
     * What the source knows.
     *
     * @param scope who shares these issues: a tenant id, or a name for all customers; at most 36 characters
     * @param readAt when they were read
     * @param problem why they are not the newest, as a sentence
     */
    record Answer(
            String scope,
            Instant readAt,
            List<ServiceIssue> issues,
            @Nullable String problem) {}
}
