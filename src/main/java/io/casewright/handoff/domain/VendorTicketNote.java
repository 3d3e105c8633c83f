package io.casewright.handoff.domain;

import io.casewright.casefile.domain.Step;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that was said or done about a ticket. Notes are only ever added, and only ever for us. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
public class VendorTicketNote {

    /** What it was. */
    public enum Kind {
        FILED(Origin.US),
        NOTE(Origin.THEM),
        QUESTION(Origin.THEM),
        ANSWER(Origin.US),
        CUSTOMER_ASKED(Origin.US),
        SOLVED(Origin.THEM),
        NOT_SOLVED(Origin.THEM),
        WITHDRAWN(Origin.US);

        private final Origin origin;

        Kind(Origin origin) {
            this.origin = origin;
        }
    }

    /** Who said it. */
    public enum Origin {
        US,
        THEM
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long ticketId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String text;
    private @Nullable String recordedBy;
    private Instant recordedAt;
    private String stepKey;

    @Enumerated(EnumType.STRING)
    private @Nullable Origin origin;

    private @Nullable String contentHash;
    private @Nullable String deskNoteId;
    private @Nullable Instant writtenAt;

    protected VendorTicketNote() {}

    private VendorTicketNote(long ticketId, Kind kind, String text, @Nullable String by, Instant at, String stepKey) {
        this.ticketId = ticketId;
        this.kind = kind;
        this.text = text;
        this.recordedBy = by;
        this.recordedAt = at;
        this.stepKey = stepKey;
    }

    /** @param content what it says there, by which it is known again; null for what is not a note there */
    static VendorTicketNote atStep(
            long ticketId,
            Kind kind,
            String text,
            @Nullable String content,
            @Nullable String by,
            Instant at,
            Step step) {
        var note = new VendorTicketNote(ticketId, kind, text, by, at, step.key());
        if (content != null) {
            note.origin = kind.origin;
            note.contentHash = Wording.of(content).hash();
        }
        return note;
    }

    static VendorTicketNote ofTheirs(
            long ticketId,
            String text,
            String hash,
            int times,
            @Nullable String author,
            @Nullable Instant writtenAt,
            @Nullable String deskNoteId,
            Instant at) {
        var note = new VendorTicketNote(
                ticketId, Kind.NOTE, text, author, at, "them:" + hash + (times == 1 ? "" : ":" + times));
        note.origin = Origin.THEM;
        note.contentHash = hash;
        note.deskNoteId = deskNoteId;
        note.writtenAt = writtenAt;
        return note;
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public @Nullable String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** By whom it was said; empty for what was recorded before that was kept, and for what is no note there. */
    public Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    /** {@link Wording#hash} of what it says there. */
    public Optional<String> contentHash() {
        return Optional.ofNullable(contentHash);
    }

    /** The desk's own name for it. */
    public Optional<String> deskNoteId() {
        return Optional.ofNullable(deskNoteId);
    }

    /** When it was said, by their clock; empty where nobody told. */
    public Optional<Instant> writtenAt() {
        return Optional.ofNullable(writtenAt);
    }

    /** When it was said; when we recorded it, where nobody told. */
    public Instant saidAt() {
        return writtenAt == null ? recordedAt : writtenAt;
    }
}
