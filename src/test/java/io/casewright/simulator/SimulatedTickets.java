package io.casewright.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The tickets of one simulated desk, and what its engineers do with them when a test or a story says so. */
public final class SimulatedTickets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final LongFunction<String> numbering;
    private volatile TicketOddities oddities = TicketOddities.none();

    /** @param numbering the desk's name for its nth ticket */
    SimulatedTickets(LongFunction<String> numbering) {
        this.numbering = numbering;
    }

    /** How a ticket stands. */
    public enum Status {
        OPEN,
        ATTENTION_NEEDED,
        CLOSED
    }

    /**
     * A ticket.
     *
     * @param reference our name for it; empty when it is not ours
     * @param topic what it is about, in the desk's ids
     * @param changed grows with every change
     * @param closed null while it is open
     */
    public record Ticket(
            String id,
            String reference,
            String tenant,
            String title,
            String text,
            String severity,
            String topic,
            Status status,
            Instant created,
            Instant changed,
            Instant closed,
            List<Note> notes) {

        private Ticket with(String severity, Status status, List<Note> notes) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            Instant later = now.isAfter(changed) ? now : changed.plusMillis(1);
            return new Ticket(
                    id,
                    reference,
                    tenant,
                    title,
                    text,
                    severity,
                    topic,
                    status,
                    created,
                    later,
                    status == Status.CLOSED ? later : null,
                    notes);
        }

        /** No two notes of a ticket are written at the same time, so that their order can be told by it. */
        private Instant afterTheLast(Instant now) {
            Instant last = notes.isEmpty() ? Instant.MIN : notes.getLast().at();
            return now.isAfter(last) ? now : last.plusMillis(1);
        }

        private Ticket said(Status next, String by, String id, String text) {
            var more = new ArrayList<>(notes);
            if (!text.isEmpty()) {
                more.add(new Note(id, by, afterTheLast(Instant.now().truncatedTo(ChronoUnit.MILLIS)), text));
            }
            return with(severity, next, List.copyOf(more));
        }
    }

    /** Something that was said; {@code id} is what the writer or the desk calls it. */
    public record Note(String id, String by, Instant at, String text) {}

    /** How many calls of somebody there were in the minute that began then. */
    private record Rate(Instant since, int calls) {}

    /** From now on the desk is odd in these ways. */
    public void odd(TicketOddities oddities) {
        this.oddities = oddities;
        rates.clear();
    }

    public TicketOddities oddities() {
        return oddities;
    }

    /** The desk is as it should be again. */
    public void usual() {
        odd(TicketOddities.none());
    }

    /** All that were opened, the oldest first. */
    public List<Ticket> all() {
        return tickets.values().stream()
                .sorted(Comparator.comparing(Ticket::created).thenComparing(Ticket::id))
                .toList();
    }

    /** The ticket with this id, or the newest with this reference of ours. */
    public Optional<Ticket> find(String idOrReference) {
        return Optional.ofNullable(tickets.get(idOrReference))
                .or(() -> all().reversed().stream()
                        .filter(ticket -> ticket.reference().equals(idOrReference))
                        .findFirst());
    }

    public Ticket get(String idOrReference) {
        return find(idOrReference).orElseThrow(() -> new NoSuchElementException("There is no ticket " + idOrReference));
    }

    /** An engineer writes a note. */
    public void note(String idOrReference, String text) {
        change(idOrReference, ticket -> ticket.said(ticket.status(), "Support engineer", noteId(), text));
    }

    /** An engineer asks; the ticket needs our attention until we write. */
    public void ask(String idOrReference, String question) {
        change(idOrReference, ticket -> ticket.said(Status.ATTENTION_NEEDED, "Support engineer", noteId(), question));
    }

    /** An engineer closes it with these words. */
    public void close(String idOrReference, String words) {
        change(idOrReference, ticket -> ticket.said(Status.CLOSED, "Support engineer", noteId(), words));
    }

    /** An engineer opens it again. */
    public void reopen(String idOrReference, String words) {
        change(idOrReference, ticket -> ticket.said(Status.OPEN, "Support engineer", noteId(), words));
    }

    /** So many open tickets, spread over so many tenants; the same call again makes others. */
    public List<Ticket> seed(int count, int tenants) {
        long batch = numbers.get();
        return IntStream.range(0, count)
                .mapToObj(each -> {
                    String reference = "CW-2026-%06d-T1".formatted(500_000 + batch + each);
                    return open(
                            null,
                            tenantNumber(each % tenants),
                            reference,
                            "[" + reference + "] Seeded ticket",
                            "A ticket to be looked at.",
                            "minimal",
                            "32444667");
                })
                .toList();
    }

    /** The tenant id of the nth seeded tenant. */
    public static String tenantNumber(int nth) {
        return "5eed0000-0000-4000-8000-%012d".formatted(nth);
    }

    /** Forgets every ticket. */
    public void clear() {
        tickets.clear();
        byKey.clear();
    }

    /** @param key of the wish; with a key it knows, it answers with what it opened before */
    Ticket open(String key, String tenant, String reference, String title, String text, String severity, String topic) {
        String known = key == null || oddities.forgetsRequestIds() ? null : byKey.get(key);
        if (known != null) {
            return tickets.get(known);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = numbering.apply(numbers.incrementAndGet());
        var ticket =
                new Ticket(id, reference, tenant, title, text, severity, topic, Status.OPEN, now, now, null, List.of());
        tickets.put(id, ticket);
        if (key != null) {
            byKey.put(key, id);
        }
        return ticket;
    }

    /** Our own note; it answers a question that stands. A key that was used before adds nothing. */
    Ticket write(String id, String key, String by, String text) {
        return once(
                id,
                key,
                ticket -> ticket.said(
                        ticket.status() == Status.ATTENTION_NEEDED ? Status.OPEN : ticket.status(), by, key, text));
    }

    Ticket severity(String id, String key, String severity) {
        return once(id, key, ticket -> ticket.with(severity, ticket.status(), ticket.notes()));
    }

    Ticket status(String id, String key, Status status) {
        return once(id, key, ticket -> ticket.with(ticket.severity(), status, ticket.notes()));
    }

    /** Those of the tenant that its list shows by now, the newest first. */
    List<Ticket> listed(String tenant) {
        Instant latest = Instant.now().minus(oddities.listDelay());
        return all().reversed().stream()
                .filter(ticket ->
                        ticket.tenant().equals(tenant) && !ticket.created().isAfter(latest))
                .toList();
    }

    /** The notes as a reader gets them. */
    List<Note> notesOf(Ticket ticket) {
        var notes = new ArrayList<>(ticket.notes());
        if (oddities.duplicateNotes()) {
            notes.addAll(ticket.notes());
        }
        if (oddities.shuffledNotes()) {
            Collections.shuffle(notes);
        }
        return notes;
    }

    /** The status as a reader gets it. */
    Status statusOf(Ticket ticket) {
        return oddities.flappingStatus() && ticket.status() != Status.CLOSED
                ? (reads.incrementAndGet() % 2 == 0 ? Status.OPEN : Status.ATTENTION_NEEDED)
                : ticket.status();
    }

    /** The seconds that the caller has to wait, if it calls too often. */
    Optional<Long> mustWait(String caller) {
        int allowed = oddities.callsPerMinute();
        if (allowed <= 0) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        var rate = rates.merge(
                caller,
                new Rate(now, 1),
                (before, fresh) -> before.since().plus(MINUTE).isAfter(now)
                        ? new Rate(before.since(), before.calls() + 1)
                        : fresh);
        if (rate.calls() <= allowed) {
            return Optional.empty();
        }
        refused.incrementAndGet();
        return Optional.of(Math.max(
                1, Duration.between(now, rate.since().plus(MINUTE)).toSeconds() + 1));
    }

    /** How many calls had to be refused because there were too many. */
    public int refusedCalls() {
        return refused.get();
    }

    private Ticket once(String id, String key, UnaryOperator<Ticket> change) {
        boolean fresh = key == null || oddities.forgetsRequestIds() || byKey.putIfAbsent(key, id) == null;
        return fresh ? change(id, change) : get(id);
    }

    private Ticket change(String idOrReference, UnaryOperator<Ticket> change) {
        return tickets.computeIfPresent(get(idOrReference).id(), (id, ticket) -> change.apply(ticket));
    }

    private String noteId() {
        return "n" + numbers.incrementAndGet();
    }
}
