package io.casewright.handoff.domain;

import io.casewright.casefile.domain.Step;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that was said or done about a ticket. Notes are only ever added, and only ever for us. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
public class VendorTicketNote {

    /** What it was. */
    public enum Kind {
        FILED,
        NOTE,
        QUESTION,
        ANSWER,
        CUSTOMER_ASKED,
        SOLVED,
        NOT_SOLVED,
        WITHDRAWN
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

    protected VendorTicketNote() {}

    VendorTicketNote(long ticketId, Kind kind, String text, @Nullable String by, Instant at, Step step) {
        this.ticketId = ticketId;
        this.kind = kind;
        this.text = text;
        this.recordedBy = by;
        this.recordedAt = at;
        this.stepKey = step.key();
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
}
