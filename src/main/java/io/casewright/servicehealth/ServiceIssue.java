package io.casewright.servicehealth;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem that Microsoft has published. All texts are plain text.
 *
 * @param id Microsoft's, such as EX900001
 * @param service such as "Exchange Online"
 * @param feature the part of the service, such as "Mail flow"; empty when not told
 * @param impact who notices what; empty when not told
 * @param startedAt null when not told
 * @param endedAt null while it lasts, or when not told
 * @param modifiedAt when Microsoft last changed something about it; null when not told
 * @param posts what Microsoft wrote about it, oldest first
 */
public record ServiceIssue(
        String id,
        String service,
        String feature,
        Classification classification,
        Status status,
        String title,
        String impact,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant modifiedAt,
        boolean resolved,
        List<Post> posts) {

    private static final Set<Status> OVER = Set.of(
            Status.SERVICE_OPERATIONAL,
            Status.SERVICE_RESTORED,
            Status.FALSE_POSITIVE,
            Status.POST_INCIDENT_REVIEW_PUBLISHED);

    /** How much it hurts, in Microsoft's words. */
    public enum Classification {
        ADVISORY,
        INCIDENT,
        UNKNOWN
    }

    /** How far Microsoft is, in Microsoft's words. */
    public enum Status {
        SERVICE_OPERATIONAL,
        INVESTIGATING,
        RESTORING_SERVICE,
        VERIFYING_SERVICE,
        SERVICE_RESTORED,
        POST_INCIDENT_REVIEW_PUBLISHED,
        SERVICE_DEGRADATION,
        SERVICE_INTERRUPTION,
        EXTENDED_RECOVERY,
        FALSE_POSITIVE,
        INVESTIGATION_SUSPENDED,
        RESOLVED,
        MITIGATED_EXTERNAL,
        MITIGATED,
        RESOLVED_EXTERNAL,
        CONFIRMED,
        REPORTED,
        UNKNOWN;

        /** As a person reads it, such as "service degradation". */
        public String words() {
            return this == UNKNOWN
                    ? "not known"
                    : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** One notice about the issue. */
    public record Post(@Nullable Instant at, String text) {}

    /** Whether customers may still feel it. */
    public boolean isActive() {
        return !resolved && !OVER.contains(status);
    }

    /** Whether Microsoft takes it back: it concerns nobody, or not this customer. */
    public boolean isFalseAlarm() {
        return status == Status.FALSE_POSITIVE;
    }

    /** The newest notice that says when it was written. */
    public Optional<Post> newestPost() {
        return posts.stream().filter(post -> post.at() != null).reduce((one, next) -> next);
    }

    boolean isOlderThan(ServiceIssue other) {
        return modifiedAt != null && other.modifiedAt != null && modifiedAt.isBefore(other.modifiedAt);
    }
}
