package io.casewright.handoff.application;

import io.casewright.casefile.domain.Severity;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A desk in memory that does what desks do on bad days: it loses answers before and after it acted, throttles, shows notes twice, in
 * another order, with another clock, with our name around our words, and written in another way.
 */
final class HostileDesk implements VendorDesk {

    private final Map<String, Theirs> tickets = new HashMap<>();
    private final Map<UUID, String> opened = new HashMap<>();
    private final Map<String, RuntimeException> silentFor = new HashMap<>();
    private final Queue<RuntimeException> severityTroubles = new ArrayDeque<>();
    private final Set<String> strangers = new HashSet<>();
    private Random random = new Random(1);
    private boolean hostile;
    private boolean withIds;
    private boolean onlyTakesMail;
    private int calls;

    /** What really is at the desk. */
    static final class Theirs {

        private final String tenantId;
        private final List<Note> notes = new ArrayList<>();
        private final Set<UUID> keys = new HashSet<>();
        private DeskStatus status = DeskStatus.OPEN;
        private Instant changedAt = Instant.parse("2026-11-20T08:00:00Z");
        private Severity severity;
        private int severitiesTold;

        private Theirs(String tenantId, Severity severity) {
            this.tenantId = tenantId;
            this.severity = severity;
        }
    }

    record Note(String id, boolean ours, Instant at, String text) {}

    /** From now on the day is bad, as this seed has it. */
    synchronized void turnHostile(long seed) {
        random = new Random(seed);
        hostile = true;
        withIds = random.nextBoolean();
    }

    synchronized void turnCalm() {
        hostile = false;
    }

    /** Calls about this customer fail like this; null ends it. */
    synchronized void failFor(String tenantId, RuntimeException trouble) {
        if (trouble == null) {
            silentFor.remove(tenantId);
        } else {
            silentFor.put(tenantId, trouble);
        }
    }

    /** Nobody can look at a ticket here, or somebody can again. */
    synchronized void onlyTakesMail(boolean does) {
        onlyTakesMail = does;
    }

    /** The next change of a severity fails like this, and only that. */
    synchronized void failNextSeverity(RuntimeException trouble) {
        severityTroubles.add(trouble);
    }

    /** Tickets of this customer are not opened here, or are again. */
    synchronized void stranger(String tenantId, boolean isOne) {
        if (isOne) {
            strangers.add(tenantId);
        } else {
            strangers.remove(tenantId);
        }
    }

    synchronized int calls() {
        return calls;
    }

    synchronized List<Note> notesOf(String number) {
        return List.copyOf(tickets.get(number).notes);
    }

    /** What tells one note of theirs from another, by whatever this desk shows of it. */
    synchronized Object nameOf(Note note) {
        return withIds ? note.id() : List.of(note.at(), Wording.of(note.text()).hash());
    }

    synchronized Severity severityOf(String number) {
        return tickets.get(number).severity;
    }

    /** How often it was told a severity after it was opened. */
    synchronized int severitiesToldTo(String number) {
        return tickets.get(number).severitiesTold;
    }

    synchronized DeskStatus statusOf(String number) {
        return tickets.get(number).status;
    }

    synchronized long openedFor(String tenantId) {
        return tickets.values().stream()
                .filter(ticket -> ticket.tenantId.equals(tenantId))
                .count();
    }

    synchronized void write(String number, String text) {
        add(number, false, text);
    }

    synchronized void ask(String number, String text) {
        add(number, false, text);
        status(number, DeskStatus.ATTENTION_NEEDED);
    }

    synchronized void status(String number, DeskStatus status) {
        var ticket = tickets.get(number);
        ticket.status = status;
        touch(ticket);
    }

    /** An agent of ours writes there, past the twin. */
    synchronized void writeByHand(String number, String text) {
        add(number, true, text);
    }

    private void add(String number, boolean ours, String text) {
        var ticket = tickets.get(number);
        touch(ticket);
        while (ticket.notes.stream().anyMatch(note -> isAtOnceFromUs(note, ours, ticket.changedAt, text))) {
            ticket.changedAt = ticket.changedAt.plusSeconds(1);
        }
        ticket.notes.add(new Note("n" + ticket.notes.size(), ours, ticket.changedAt, text));
    }

    /** Nobody tells two notes with the same words and time from one another; one of ours is never the second. */
    private static boolean isAtOnceFromUs(Note note, boolean ours, Instant at, String text) {
        return (note.ours || ours)
                && note.at.equals(at)
                && Wording.of(note.text).hash().equals(Wording.of(text).hash());
    }

    /** Its clock goes forward, stands still for a while, and is put back at times. */
    private void touch(Theirs ticket) {
        long step = hostile ? random.nextInt(-5, 30) : 1;
        ticket.changedAt = ticket.changedAt.plusSeconds(step);
    }

    @Override
    public Channel channel() {
        return Channel.DESK;
    }

    @Override
    public boolean serves(String tenantId) {
        return true;
    }

    @Override
    public synchronized boolean tellsHowTicketsStand() {
        return !onlyTakesMail;
    }

    @Override
    public synchronized List<Topic> topics(String tenantId) {
        return List.of();
    }

    @Override
    public synchronized DeskTicket open(TicketOrder order) {
        before(order.tenantId());
        if (strangers.contains(order.tenantId())) {
            throw refused(
                    "The desk does not know tenant %s; introduce the customer there.".formatted(order.tenantId()));
        }
        String number = opened.computeIfAbsent(order.key(), key -> {
            String fresh = "D-" + UUID.randomUUID();
            tickets.put(fresh, new Theirs(order.tenantId(), order.ticket().severity()));
            return fresh;
        });
        after();
        return shown(number);
    }

    @Override
    public synchronized DeskTicket look(String tenantId, String number) {
        before(tenantId);
        if (onlyTakesMail) {
            throw new AssertionError("Nothing can be seen of ticket " + number);
        }
        if (!tickets.containsKey(number)) {
            throw refused("There is no ticket %s of tenant %s; look there by hand.".formatted(number, tenantId));
        }
        return shown(number);
    }

    @Override
    public synchronized List<Glance> glance(String tenantId) {
        before(tenantId);
        return tickets.entrySet().stream()
                .filter(each -> each.getValue().tenantId.equals(tenantId))
                .filter(each -> !hostile || random.nextInt(10) > 0)
                .map(each -> new Glance(
                        each.getKey(),
                        each.getValue().status,
                        hostile && random.nextInt(10) == 0 ? null : each.getValue().changedAt))
                .toList();
    }

    @Override
    public synchronized void addNote(String tenantId, String number, UUID key, String text) {
        before(tenantId);
        var ticket = tickets.get(number);
        if (ticket.keys.add(key)) {
            add(number, true, text);
            if (ticket.status == DeskStatus.ATTENTION_NEEDED) {
                ticket.status = DeskStatus.OPEN;
            }
        }
        after();
    }

    @Override
    public synchronized void changeSeverity(String tenantId, String number, UUID key, Severity severity) {
        before(tenantId);
        var trouble = severityTroubles.poll();
        if (trouble != null) {
            throw trouble;
        }
        tickets.get(number).severity = severity;
        tickets.get(number).severitiesTold++;
        after();
    }

    @Override
    public synchronized void close(String tenantId, String number, UUID key) {
        before(tenantId);
        status(number, DeskStatus.CLOSED);
        after();
    }

    private void before(String tenantId) {
        calls++;
        var trouble = silentFor.get(tenantId);
        if (trouble != null) {
            throw trouble;
        }
        if (hostile && random.nextInt(12) == 0) {
            throw new DeskUnavailable(
                    "The desk did not answer about tenant " + tenantId,
                    random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(1, 30)),
                    new IllegalStateException("too slow"));
        }
    }

    private void after() {
        if (hostile && random.nextInt(6) == 0) {
            throw new DeskUnavailable("The answer of the desk was lost", null);
        }
    }

    static DeskRefused refused(String reason) {
        return new DeskRefused(reason, new IllegalStateException("403"));
    }

    private DeskTicket shown(String number) {
        var ticket = tickets.get(number);
        var notes = new ArrayList<DeskNote>();
        for (var note : ticket.notes) {
            notes.add(shown(note));
            if (hostile && random.nextInt(4) == 0) {
                notes.add(shown(note));
            }
        }
        if (hostile) {
            Collections.shuffle(notes, random);
        }
        return new DeskTicket(
                number,
                ticket.status,
                ticket.severity,
                hostile && random.nextInt(8) == 0 ? null : ticket.changedAt,
                notes,
                null);
    }

    private DeskNote shown(Note note) {
        String author = note.ours ? "Northwind Cloud" : "Support engineer";
        // Without a name only its time tells a note from the same words said again.
        boolean isAnotherTime = hostile && withIds && random.nextInt(5) == 0;
        var at = isAnotherTime ? note.at.plusSeconds(random.nextInt(-7200, 7200)) : note.at;
        return new DeskNote(
                withIds ? note.id : null,
                author,
                hostile && random.nextInt(6) == 0 ? null : at,
                hostile ? rewritten(note, author) : note.text);
    }

    private String rewritten(Note note, String author) {
        String text = note.text;
        if (note.ours && random.nextInt(3) == 0) {
            text = random.nextBoolean()
                    ? "On 2026-11-20 10:00 %s wrote:\n%s".formatted(author, text)
                    : text + "\n-- \nMikko Salo, " + author;
        }
        return switch (random.nextInt(5)) {
            case 0 -> "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>") + "</p>";
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> text.replaceAll("\\s+", "  ").replace("'", "\u2019");
            case 3 -> text.replace(".", " . ").replace(" ", "\u00a0");
            default -> text;
        };
    }
}
