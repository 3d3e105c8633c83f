package io.casewright.customer;

import io.casewright.platform.text.Fingerprint;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list of customers would change, row by row.
 *
 * @param name of the file
 * @param fingerprint the same as long as both the list and what is kept are such that the same would change
 */
public record ImportPlan(long id, String name, List<Outcome> outcomes, String fingerprint) {

    /** What becomes of a row, or of a part of it. */
    public enum Kind {
        NEW_CUSTOMER,
        CHANGED_CUSTOMER,
        CLOSED_CUSTOMER,
        NEW_CONTACT,
        CHANGED_CONTACT,
        CLOSED_CONTACT,
        REFUSED
    }

    /**
     * One outcome.
     *
     * @param row as a spreadsheet counts
     * @param who customer or contact
     * @param changes empty when it is refused
     * @param reason why it is refused
     */
    public record Outcome(
            int row,
            Kind kind,
            String who,
            List<Change> changes,
            @Nullable String reason) {}

    ImportPlan(long id, String name, String content, List<Outcome> outcomes) {
        this(id, name, List.copyOf(outcomes), fingerprintOf(content, outcomes));
    }

    public boolean isRefused() {
        return of(Kind.REFUSED) > 0;
    }

    /** How many of this kind. */
    public long of(Kind kind) {
        return outcomes.stream().filter(outcome -> outcome.kind == kind).count();
    }

    private static String fingerprintOf(String content, List<Outcome> outcomes) {
        return Fingerprint.of(
                content + "\n" + outcomes.stream().map(Outcome::toString).collect(Collectors.joining("\n")));
    }
}
