package io.casewright.servicehealth;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a health check.
 *
 * @param checkedAt when it was asked
 * @param source where the issues come from
 * @param configured whether there is a source at all
 * @param available whether there was something to check against; false until the source has been read once
 * @param readAt how old that is: when the source was last read with success
 * @param problem why the source could not be read now, as a sentence
 * @param candidates issues that may be behind the report, best first
 * @param proposed the best active candidate if it is good enough; a person decides whether the case waits for it
 * @param mayLink whether it is so good that the settings let the case wait for it without a person
 */
public record HealthReport(
        Instant checkedAt,
        String source,
        boolean configured,
        boolean available,
        @Nullable Instant readAt,
        @Nullable String problem,
        List<Candidate> candidates,
        @Nullable Candidate proposed,
        boolean mayLink) {

    /**
     * An issue that may be behind the report.
     *
     * @param score 0 to 100
     * @param reasons why, as short sentences
     */
    public record Candidate(ServiceIssue issue, int score, List<String> reasons) {}
}
