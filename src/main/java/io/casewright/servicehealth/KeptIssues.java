package io.casewright.servicehealth;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a scope.
 *
 * @param readAt when it was last read with success; null before the first time
 * @param allReadAt when all issues were last read, not only what changed
 * @param askedAt when Microsoft was last asked, with or without success
 * @param problem why the last question led to nothing, as a sentence
 */
record KeptIssues(
        @Nullable Instant readAt,
        @Nullable Instant allReadAt,
        @Nullable Instant askedAt,
        @Nullable String problem,
        List<ServiceIssue> issues) {

    /** The newest change that is known, by Microsoft's clock. */
    Optional<Instant> newestChange() {
        return issues.stream()
                .map(ServiceIssue::modifiedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    boolean isAskedSince(Instant time) {
        return askedAt != null && askedAt.isAfter(time);
    }

    boolean isAllReadSince(Instant time) {
        return allReadAt != null && allReadAt.isAfter(time);
    }
}
