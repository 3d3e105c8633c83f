package io.casewright.minutes.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When everybody was open, as it was from one time on to the next; whoever has none always was.
 *
 * @param ours whoever we are for the customer; the first ones hold from the beginning
 * @param vendors likewise
 */
public record OpenHours(List<Hours> ours, Map<Owner, List<Hours>> vendors) {

    public OpenHours {
        ours = List.copyOf(ours);
        vendors = Map.copyOf(vendors);
    }

    /** @param owner null for us */
    List<Hours> of(@Nullable Owner owner) {
        return owner == null ? ours : vendors.getOrDefault(owner, List.of());
    }
}
