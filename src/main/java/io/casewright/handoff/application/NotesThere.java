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
        var known = new Known(ticket);
        return there.stream()
                .sorted(Comparator.comparing(DeskNote::writtenAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .filter(known::isNew)
                .map(note -> keep(ticket, note, known.timesOf(note)))
                .toList();
    }

    /** The newest of what they said; empty when they said nothing yet. */
    List<VendorTicketNote> lastOfTheirs(VendorTicket ticket) {
        return notes.findAsSaid(ticket.id()).reversed().stream()
                .filter(note -> note.origin().filter(Origin.THEM::equals).isPresent())
                .limit(1)
                .toList();
    }

    private VendorTicketNote keep(VendorTicket ticket, DeskNote note, int times) {
        String author = note.author() == null ? null : TicketWords.cut(note.author(), NAME);
        String text = TicketWords.cut(note.text().strip(), LONGEST);
        steps.tell(ticket, TimelineEntry.Kind.TICKET_NEWS, author == null ? text : author + ":\n" + text);
        return notes.save(ticket.heard(
                text, Wording.of(note.text()).hash(), times, author, note.writtenAt(), note.id(), clock.instant()));
    }

    /** What the twin knows of one ticket; grows with each note that is new. */
    private final class Known {

        private final Map<String, SameWords> theirs = new HashMap<>();
        private final Set<String> hashesOfOurs = new HashSet<>();
        private final Set<String> deskNoteIds = new HashSet<>();
        private final List<Wording> ours = new ArrayList<>();
        private final List<@Nullable String> us = new ArrayList<>();

        private Known(VendorTicket ticket) {
            var contact = ticket.handOff().ticket();
            us.addAll(Arrays.asList(
                    contact.contactName(),
                    contact.contactEmail(),
                    ticket.handOff().reference()));
            for (var note : notes.findByTicketIdOrderById(ticket.id())) {
                note.deskNoteId().ifPresent(deskNoteIds::add);
                if (note.origin().filter(Origin.THEM::equals).isPresent()) {
                    note.contentHash().ifPresent(hash -> theirs(hash).know(note));
                } else if (note.origin().isPresent()) {
                    note.contentHash().ifPresent(hashesOfOurs::add);
                    us.add(note.recordedBy());
                    // What a desk was sent is more than the agent's words, which they may say as well.
                    Optional.of(Wording.of(note.text()))
                            .filter(words -> note.contentHash().equals(Optional.of(words.hash())))
                            .ifPresent(ours::add);
                }
            }
            orders.findByTicketIdAndKindOrderById(ticket.id(), DeskOrder.Kind.NOTE)
                    .forEach(order -> ours.add(Wording.of(order.text())));
            ours.add(Wording.of(contact.text()));
            ours.add(Wording.of(contact.fullText()));
        }

        private boolean isNew(DeskNote note) {
            var wording = Wording.of(note.text());
            if (wording.isEmpty() || isOurs(wording, note)) {
                return false;
            }
            boolean isKnownById = note.id() != null && !deskNoteIds.add(note.id());
            return !isKnownById && theirs(wording.hash()).isOneMore(note);
        }

        private boolean isOurs(Wording wording, DeskNote note) {
            var names = new ArrayList<>(us);
            names.add(note.author());
            return hashesOfOurs.contains(wording.hash()) || ours.stream().anyMatch(our -> wording.repeats(our, names));
        }

        private int timesOf(DeskNote note) {
            return theirs(Wording.of(note.text()).hash()).times();
        }

        private SameWords theirs(String hash) {
            return theirs.computeIfAbsent(hash, words -> new SameWords());
        }
    }
}
