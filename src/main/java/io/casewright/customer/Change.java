package io.casewright.customer;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value that became another.
 *
 * @param what name of the value, for a person
 * @param before null when there was none
 * @param after null when there is none any more
 */
public record Change(
        String what, @Nullable String before, @Nullable String after) {

    static final Change CLOSED = new Change("state", "open", "closed");
    static final Change REOPENED = new Change("state", "closed", "open");

    static Optional<Change> between(String what, @Nullable String before, @Nullable String after) {
        return Objects.equals(before, after) ? Optional.empty() : Optional.of(new Change(what, before, after));
    }
}
