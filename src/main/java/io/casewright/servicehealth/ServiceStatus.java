package io.casewright.servicehealth;

import java.time.Instant;
import java.util.List;

/**
 * How a service stands, in Microsoft's words.
 *
 * @param service such as "Exchange Online"
 */
public record ServiceStatus(String service, ServiceIssue.Status status) {

    /**
     * How all services of a tenant stand.
     *
     * @param readAt when Microsoft said so
     * @param services by name
     */
    public record All(Instant readAt, List<ServiceStatus> services) {}

    /** Whether Microsoft knows of no trouble with it. */
    public boolean isWorking() {
        return switch (status) {
            case SERVICE_OPERATIONAL, SERVICE_RESTORED, FALSE_POSITIVE, POST_INCIDENT_REVIEW_PUBLISHED -> true;
            default -> false;
        };
    }

    /** As a person reads it, such as "Exchange Online: service degradation". */
    public String words() {
        return service + ": " + status.words();
    }
}
