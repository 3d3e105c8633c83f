package io.casewright.casefile.domain;

import org.jspecify.annotations.Nullable;

/**
 * The subscription that an action changes, when the system can carry it out.
 *
 * @param subscriptionName as the proposer saw it
 * @param quantity seats it shall have afterwards; null when the action is not about seats
 */
public record PlannedChange(
        String subscriptionId,
        String subscriptionName,
        @Nullable Integer quantity) {

    public PlannedChange withQuantity(int seats) {
        return new PlannedChange(subscriptionId, subscriptionName, seats);
    }
}
