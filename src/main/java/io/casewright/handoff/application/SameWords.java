package io.casewright.handoff.application;

import io.casewright.handoff.application.VendorDesk.DeskNote;
import io.casewright.handoff.domain.VendorTicketNote;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often the same words were said there. A desk's notes are told from one another by the desk's name for them, else by the second
 * in which they were written; where neither is told, and in mail, which people forward twice, the same words are the same note.
 * An answer that an agent gave there by hand is one of these notes, by nothing told from theirs: so it is only counted.
 */
final class SameWords {

    private final Set<String> told = new HashSet<>();
    private int times;
    private int byHand;

    void know(VendorTicketNote note) {
        times++;
        mark(note.deskNoteId().orElse(null), note.writtenAt().orElse(null)).ifPresent(told::add);
    }

    void saidByHand() {
        byHand++;
    }

    /**
     * Whether there is one note more of these words than was known. One that came another way before, by mail or entered by a
     * person, is not one more for now being named.
     *
     * @param mayBeByHand whether it may be an answer of ours as well
     */
    boolean isOneMore(DeskNote note, boolean mayBeByHand) {
        var mark = mark(note.id(), note.writtenAt());
        boolean isTold = mark.isPresent() && told.add(mark.get());
        int known = mayBeByHand ? times + byHand : times;
        if (known > 0 && (!isTold || told.size() <= known)) {
            return false;
        }
        times++;
        return true;
    }

    /** How often they said them. */
    int times() {
        return times;
    }

    private static Optional<String> mark(@Nullable String id, @Nullable Instant writtenAt) {
        if (id != null) {
            return id.startsWith(TakeMailedNote.MAILED) ? Optional.empty() : Optional.of(id);
        }
        return Optional.ofNullable(writtenAt)
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
