package io.casewright.handoff.application;

import io.casewright.handoff.application.FollowTickets.Line;
import io.casewright.handoff.application.FollowTickets.Tally;
import io.casewright.handoff.application.VendorDesk.Glance;
import io.casewright.handoff.persistence.VendorTickets;
import io.casewright.handoff.persistence.WatchedTicket;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks one desk about the tickets of one customer. */
@Component
class PollTenant {

    private final VendorTickets tickets;
    private final DeskCalls desks;
    private final DeskPauses pauses;
    private final TakeDeskTicket takeDeskTicket;
    private final DeskTroubles troubles;
    private final TransactionTemplate transaction;
    private final HandOffSettings settings;
    private final Clock clock;

    PollTenant(
            VendorTickets tickets,
            DeskCalls desks,
            DeskPauses pauses,
            TakeDeskTicket takeDeskTicket,
            DeskTroubles troubles,
            TransactionTemplate transaction,
            HandOffSettings settings,
            Clock clock) {
        this.tickets = tickets;
        this.desks = desks;
        this.pauses = pauses;
        this.takeDeskTicket = takeDeskTicket;
        this.troubles = troubles;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    void poll(Line line, List<WatchedTicket> theirs, Tally tally) {
        if (pauses.holdsPolls(line.channel(), line.tenantId())) {
            tally.waiting.incrementAndGet();
            return;
        }
        tally.asked.incrementAndGet();
        Map<String, Glance> glances;
        try {
            glances = glance(line);
        } catch (DeskRefused e) {
            fail(theirs, e.reason(), tally);
            return;
        } catch (DeskUnavailable e) {
            fail(theirs, String.valueOf(e.getMessage()), tally);
            return;
        }
        var changed = theirs.stream()
                .filter(ticket -> isToBeLookedAt(ticket, glances.get(ticket.vendorNumber())))
                .toList();
        keepHeard(theirs.stream().filter(ticket -> !changed.contains(ticket)).toList());
        look(line, changed, glances, tally);
    }

    private Map<String, Glance> glance(Line line) {
        var told = desks.call(line.channel(), line.tenantId(), desk -> desk.glance(line.tenantId()));
        // A list that changed while it was read may name a ticket twice.
        return told.stream().collect(Collectors.toMap(Glance::number, Function.identity(), (one, other) -> other));
    }

    private boolean isToBeLookedAt(WatchedTicket ticket, @Nullable Glance glance) {
        return glance == null
                || glance.changedAt() == null
                || !ticket.settled()
                || ticket.statusThere() == null
                || !ticket.statusThere().name().equals(glance.status().name())
                || !micros(glance.changedAt()).equals(ticket.changedThere())
                || isLongUnseen(ticket.lookedAt());
    }

    private boolean isLongUnseen(@Nullable Instant lookedAt) {
        return lookedAt == null || lookedAt.isBefore(clock.instant().minus(settings.lookAtLeastEvery()));
    }

    /** Troubles of single tickets stay theirs; a desk that is away is away for all that are left. */
    private void look(Line line, List<WatchedTicket> changed, Map<String, Glance> glances, Tally tally) {
        var left = new ArrayList<>(changed);
        for (var ticket : changed) {
            try {
                lookAt(line, ticket, glances.get(ticket.vendorNumber()), tally);
            } catch (DeskRefused e) {
                fail(List.of(ticket), e.reason(), tally);
            } catch (DeskUnavailable e) {
                fail(left, String.valueOf(e.getMessage()), tally);
                return;
            }
            left.remove(ticket);
        }
    }

    private void lookAt(Line line, WatchedTicket ticket, @Nullable Glance glance, Tally tally) {
        var there =
                desks.call(line.channel(), line.tenantId(), desk -> desk.look(line.tenantId(), ticket.vendorNumber()));
        tally.looked.incrementAndGet();
        var changedAt = there.changedAt() == null && glance != null ? glance.changedAt() : there.changedAt();
        tally.notes.addAndGet(takeDeskTicket.take(ticket.id(), there, changedAt == null ? null : micros(changedAt)));
    }

    private void keepHeard(List<WatchedTicket> unchanged) {
        if (!unchanged.isEmpty()) {
            transaction.executeWithoutResult(status ->
                    tickets.heardOf(unchanged.stream().map(WatchedTicket::id).toList(), clock.instant()));
        }
        var back = unchanged.stream()
                .filter(ticket -> ticket.troubleSince() != null)
                .map(WatchedTicket::id)
                .toList();
        if (!back.isEmpty()) {
            troubles.recover(back);
        }
    }

    /** What a case has been told is not written again. */
    private void fail(List<WatchedTicket> silent, String reason, Tally tally) {
        tally.troubles.incrementAndGet();
        var personSince = troubles.personSince();
        var toTell = silent.stream()
                .filter(ticket -> ticket.troubleSince() == null
                        || (!ticket.followed() && !ticket.troubleSince().isAfter(personSince)))
                .map(WatchedTicket::id)
                .toList();
        if (!toTell.isEmpty()) {
            troubles.fail(toTell, reason);
        }
    }

    /** As the database keeps it. */
    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
