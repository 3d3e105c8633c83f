package io.casewright.handoff.application;

import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.persistence.VendorTickets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks the desks what is new about the tickets there: one glance per customer, then a look at what changed. Trouble with
 * one customer or desk stops none of the others.
 */
@Service
public class FollowTickets {

    private static final Logger log = LoggerFactory.getLogger(FollowTickets.class);

    private final VendorTickets tickets;
    private final PollTenant pollTenant;
    private final ChangeSeverity severity;
    private final PollMetrics metrics;
    private final HandOffSettings settings;
    private final Clock clock;

    FollowTickets(
            VendorTickets tickets,
            PollTenant pollTenant,
            ChangeSeverity severity,
            PollMetrics metrics,
            HandOffSettings settings,
            Clock clock) {
        this.tickets = tickets;
        this.pollTenant = pollTenant;
        this.severity = severity;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What one poll did.
     *
     * @param tenantsAsked how many customers' desks were asked; one with tickets at two desks counts twice
     * @param tenantsWaiting how many were left out, because the desk is to be left alone
     * @param ticketsLookedAt how many tickets were read as a whole
     * @param notesNew how many notes were new
     * @param troubles how often a desk refused or did not answer, or what it said could not be kept
     */
    public record Counts(int tenantsAsked, int tenantsWaiting, int ticketsLookedAt, int notesNew, int troubles) {}

    /** The customer of a desk, which is asked with one call. */
    record Line(Channel channel, String tenantId) {}

    /** Asks about all tickets; returns when all was taken. Never fails because of a desk. */
    public Counts pollOnce() {
        return metrics.timed(this::poll);
    }

    private Counts poll() {
        severity.sendPending();
        var lines = tickets.findWatched(clock.instant().minus(settings.closedFor())).stream()
                .collect(Collectors.groupingBy(
                        ticket -> new Line(ticket.channel(), ticket.tenantId()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var tally = new Tally();
        var atOnce = new Semaphore(settings.callsAtOnce());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            lines.forEach((line, theirs) -> executor.execute(() -> {
                atOnce.acquireUninterruptibly();
                try {
                    pollTenant.poll(line, theirs, tally);
                } catch (RuntimeException e) {
                    tally.troubles.incrementAndGet();
                    log.warn("Tickets of tenant {} at {} are left to the next poll", line.tenantId, line.channel, e);
                } finally {
                    atOnce.release();
                }
            }));
        }
        return tally.counts();
    }

    /** Counts, from many threads. */
    static final class Tally {

        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger looked = new AtomicInteger();
        final AtomicInteger notes = new AtomicInteger();
        final AtomicInteger troubles = new AtomicInteger();

        private Counts counts() {
            return new Counts(asked.get(), waiting.get(), looked.get(), notes.get(), troubles.get());
        }
    }
}
