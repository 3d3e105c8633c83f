package io.casewright.handoff.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.handoff.domain.VendorTicketNote;
import io.casewright.handoff.domain.VendorTicketNote.Origin;
import io.casewright.handoff.domain.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One random life of a ticket: notes on both sides, polls, restarts, lost answers and time that passes, in any order. However
 * it went, in the end both sides know every note, and each once.
 */
final class Interleaving {

    /** The twin under test. */
    interface Rig {

        /** Opens a ticket and its twin; fails as desks and machines fail. */
        String open();

        /** The number of the ticket there. */
        String numberOf(String reference);

        /** An agent answers; what is to be sent. */
        UUID answer(String reference, String words);

        /** An agent tells that an answer was given there by hand. */
        void answeredByHand(String reference, String words);

        /** Sends it; fails as desks and machines fail. */
        void send(UUID order);

        void poll();

        void restart();

        void passSeconds(int seconds);

        List<VendorTicketNote> notesOf(String reference);
    }

    private static final List<String> SHORT =
            List.of("Yes.", "Done.", "Thank you!", "\uD83D\uDC4D", "16.0.4", "Not yet");

    // A sign has no words that a name could be taken off from.
    private static final List<String> BY_HAND =
            SHORT.stream().filter(words -> words.matches(".*\\w.*")).toList();

    private static final int HOUR = 3600;

    private final Rig rig;
    private final HostileDesk desk;
    private final Random random;
    private final List<String> byHand = new ArrayList<>();
    private final List<UUID> unsent = new ArrayList<>();
    private String reference = "";
    private String number = "";
    private int answers;
    private int said;

    private Interleaving(Rig rig, HostileDesk desk, long seed) {
        this.rig = rig;
        this.desk = desk;
        this.random = new Random(seed);
    }

    /** Lives one life; the seed tells which. */
    static void live(Rig rig, HostileDesk desk, long seed) {
        var life = new Interleaving(rig, desk, seed);
        desk.turnHostile(seed);
        life.begin();
        int steps = life.random.nextInt(6, 18);
        for (int step = 0; step < steps; step++) {
            life.step();
        }
        desk.turnCalm();
        life.settle();
        life.isTheSameOnBothSides(seed);
    }

    private void begin() {
        reference = rig.open();
        number = rig.numberOf(reference);
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1 -> desk.write(number, words());
            case 2 -> desk.ask(number, words());
            case 3 -> {
                unsent.add(rig.answer(reference, words()));
                answers++;
            }
            case 4, 5 -> sendOne();
            case 6 -> rig.poll();
            case 7 -> answerByHand();
            case 8 -> rig.passSeconds(random.nextInt(1, 90));
            default -> rig.restart();
        }
    }

    /** Told before or after it was written, but before the twin looks again: until then it can only be taken for theirs. */
    private void answerByHand() {
        String words = BY_HAND.get(random.nextInt(BY_HAND.size()));
        byHand.add(words);
        boolean isToldFirst = random.nextBoolean();
        if (isToldFirst) {
            rig.answeredByHand(reference, words);
        }
        desk.writeByHand(number, words);
        if (!isToldFirst) {
            rig.answeredByHand(reference, words);
        }
    }

    /** New words, or some that were said before by us or by them. */
    private String words() {
        said++;
        return switch (random.nextInt(4)) {
            case 0 -> SHORT.get(random.nextInt(SHORT.size()));
            case 1 -> "We see <b>error %d</b> & wait; it's \"%d\".\nPlease look again.".formatted(said % 3, said % 2);
            default -> "Note %d: the rule on host %d loops, see build 16.%d.".formatted(said, random.nextInt(5), said);
        };
    }

    private void sendOne() {
        if (unsent.isEmpty()) {
            return;
        }
        var order = unsent.get(random.nextInt(unsent.size()));
        try {
            rig.send(order);
            // Otherwise the worker died before it could tell the engine, and the job comes again.
            if (random.nextInt(3) > 0) {
                unsent.remove(order);
            }
        } catch (RuntimeException e) {
            rig.passSeconds(random.nextInt(1, 60));
        }
    }

    /** A clock that was put back can hide a change until the ticket is looked at as every day. */
    private void settle() {
        rig.passSeconds(HOUR);
        unsent.forEach(rig::send);
        rig.poll();
        rig.passSeconds(25 * HOUR);
        rig.poll();
    }

    private void isTheSameOnBothSides(long seed) {
        var there = desk.notesOf(number);
        assertThat(there.stream().filter(note -> note.ours() && !byHand.contains(note.text())))
                .as("our notes there, seed %d", seed)
                .hasSize(answers)
                .extracting(HostileDesk.Note::text)
                .doesNotHaveDuplicates();
        var theirs = there.stream()
                .filter(note -> !note.ours())
                .collect(Collectors.toMap(
                        desk::nameOf, note -> Wording.of(note.text()).hash(), (one, same) -> one))
                .values();
        assertThat(rig.notesOf(reference).stream()
                        .filter(note ->
                                note.origin().filter(Origin.THEM::equals).isPresent())
                        .map(note -> note.contentHash().orElseThrow()))
                .as("their notes here, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(theirs);
    }
}
