package io.casewright.handoff.persistence;

import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.StatusThere;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a poll has to know of a ticket.
 *
 * @param settled whether the last look found nothing new
 * @param followed whether a person looks there as well
 */
public record WatchedTicket(
        long id,
        Channel channel,
        String tenantId,
        String vendorNumber,
        @Nullable StatusThere statusThere,
        @Nullable Instant changedThere,
        boolean settled,
        @Nullable Instant lookedAt,
        @Nullable Instant troubleSince,
        boolean followed) {}
