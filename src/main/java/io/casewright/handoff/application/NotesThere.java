package io.casewright.handoff.application;

import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.domain.DeskOrder;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.domain.VendorTicketNote.Origin;
import io.casewright.handoff.domain.Wording;
import io.casewright.handoff.persistence.DeskOrders;
import io.casewright.handoff.persistence.VendorTicketNotes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells what is new among the notes of a ticket. A note is known by what it says: so what was ours does not come back as news,
 * and what is there twice is here once. What they say again, in a note of its own, is news again.
 */
@Component
class NotesThere {

    private static final int LONGEST = 16_000;
    private static final int NAME = 120;

    private final VendorTicketNotes notes;
    private final DeskOrders orders;
    private final TicketSteps steps;
    private final Clock clock;

    NotesThere(VendorTicketNotes notes, DeskOrders orders, TicketSteps steps, Clock clock) {
        this.notes = notes;
        this.orders = orders;
        this.steps = steps;
        this.clock = clock;
    }

    /** Keeps those that are new, in the order in which they were written. The ticket is locked. */
    List<VendorTicketNote> takeNew(VendorTicket ticket, List<DeskNote> there) {
        return takeNew(ticket, there, true);
    }

    /** @param mayBeByHand whether one of them may be an answer that an agent gave there by hand */
    List<VendorTicketNote> takeNew(VendorTicket ticket, List<DeskNote> there, boolean mayBeByHand) {
        var known = new Known(ticket);
        return there.stream()
                .sorted(Comparator.comparing(DeskNote::writtenAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .filter(note -> known.isNew(note, mayBeByHand))
                .map(note -> keep(ticket, note, known.keyOf(note), known.timesOf(note)))
                .toList();
    }

    /** The newest of what they said; empty when they said nothing yet. */
    List<VendorTicketNote> lastOfTheirs(VendorTicket ticket) {
        return notes.findAsSaid(ticket.id()).reversed().stream()
                .filter(note -> note.origin().filter(Origin.THEM::equals).isPresent())
                .limit(1)
                .toList();
    }

    private VendorTicketNote keep(VendorTicket ticket, DeskNote note, String hash, int times) {
        String author = note.author() == null ? null : TicketWords.cut(note.author(), NAME);
        String text = TicketWords.cut(note.text().strip(), LONGEST);
        steps.tell(ticket, TimelineEntry.Kind.TICKET_NEWS, author == null ? text : author + ":\n" + text);
        return notes.save(ticket.heard(text, hash, times, author, note.writtenAt(), note.id(), clock.instant()));
    }

    /** What the twin knows of one ticket; grows with each note that is new. */
    private final class Known {

        private final Map<String, SameWords> said = new HashMap<>();
        private final Set<String> hashesOfOurs = new HashSet<>();
        private final Set<String> deskNoteIds = new HashSet<>();
        private final List<Wording> ours = new ArrayList<>();
        private final List<Wording> byHand = new ArrayList<>();
        private final List<@Nullable String> us = new ArrayList<>();

        private Known(VendorTicket ticket) {
            var contact = ticket.handOff().ticket();
            us.addAll(Arrays.asList(
                    contact.contactName(),
                    contact.contactEmail(),
                    ticket.handOff().reference()));
            var recorded = notes.findByTicketIdOrderById(ticket.id());
            recorded.stream().filter(note -> isBy(Origin.US, note)).forEach(this::knowOurs);
            recorded.stream().filter(note -> isBy(Origin.THEM, note)).forEach(this::knowTheirs);
            orders.findByTicketIdAndKindOrderById(ticket.id(), DeskOrder.Kind.NOTE)
                    .forEach(order -> ours.add(Wording.of(order.text())));
            ours.add(Wording.of(contact.text()));
            ours.add(Wording.of(contact.fullText()));
        }

        /** What a desk was sent is more than the agent's words; what was given by hand is nothing but these. */
        private void knowOurs(VendorTicketNote note) {
            us.add(note.recordedBy());
            var words = Wording.of(note.text());
            if (note.contentHash().equals(Optional.of(words.hash()))) {
                said(keyOf(words.hash(), note.text(), null)).saidByHand();
                byHand.add(words);
            } else {
                note.contentHash().ifPresent(hashesOfOurs::add);
            }
        }

        private void knowTheirs(VendorTicketNote note) {
            note.deskNoteId().ifPresent(deskNoteIds::add);
            note.contentHash()
                    .ifPresent(hash ->
                            said(keyOf(hash, note.text(), note.recordedBy())).know(note));
        }

        private boolean isNew(DeskNote note, boolean mayBeByHand) {
            var wording = Wording.of(note.text());
            if (wording.isEmpty() || isOurs(wording, note)) {
                return false;
            }
            boolean isKnownById = note.id() != null && !deskNoteIds.add(note.id());
            return !isKnownById
                    && said(keyOf(wording.hash(), note.text(), note.author())).isOneMore(note, mayBeByHand);
        }

        private boolean isOurs(Wording wording, DeskNote note) {
            var names = namesWith(note.author());
            return hashesOfOurs.contains(wording.hash()) || ours.stream().anyMatch(our -> wording.repeats(our, names));
        }

        private int timesOf(DeskNote note) {
            return said(keyOf(note)).times();
        }

        private String keyOf(DeskNote note) {
            return keyOf(Wording.of(note.text()).hash(), note.text(), note.author());
        }

        private SameWords said(String key) {
            return said.computeIfAbsent(key, words -> new SameWords());
        }

        /** What was given by hand may be shown with a name around it, and then still is the same words. */
        private String keyOf(String hash, String text, @Nullable String author) {
            if (byHand.isEmpty()) {
                return hash;
            }
            var wording = Wording.of(text);
            var names = namesWith(author);
            return byHand.stream()
                    .filter(our -> wording.repeats(our, names))
                    .map(Wording::hash)
                    .findFirst()
                    .orElse(hash);
        }

        private List<@Nullable String> namesWith(@Nullable String author) {
            var names = new ArrayList<>(us);
            names.add(author);
            return names;
        }

        private static boolean isBy(Origin origin, VendorTicketNote note) {
            return note.origin().filter(origin::equals).isPresent();
        }
    }
}
