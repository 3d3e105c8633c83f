package io.casewright.servicehealth;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where published problems come from. */
public interface ServiceHealth {

    /** What a person calls this source. */
    String source();

    /** Whether there is a source at all. */
    boolean isConfigured();

    /**
     * The published issues that concern a customer: the newest, or the last that were read while no newer ones can be had. May
     * take seconds, so never within a transaction.
     *
     * @throws ServiceHealthUnavailable when there is no content, not even older one
     */
    Answer issues(String tenantId);

    /**
     * How the customer's services stand now.
     *
     * @throws io.casewright.microsoft.MicrosoftTrouble when Microsoft does not say
     */
    ServiceStatus.All statuses(String tenantId);

    /**
     * What the source knows.
     *
     * @param readAt when it was read
     * @param problem why it is not newer, as a sentence; null when it is new
     */
    record Answer(
            Instant readAt,
            List<ServiceIssue> issues,
            @Nullable String problem) {}
}
