package io.casewright.handoff.domain;

import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.TicketTurn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The twin of a ticket at Microsoft, the provider or the vendor. */
@Entity
@SuppressWarnings("NullAway.Init")
public class VendorTicket {

    /** Where the ticket stands. */
    public enum State {
        /** Its text is ready; nobody told us its number yet. */
        PREPARED,
        OPEN,
        CLOSED,
        /** The case ended first. */
        CANCELLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @OneToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "hand_off_id", updatable = false)
    private HandOff handOff;

    @Enumerated(EnumType.STRING)
    private Target target;

    private @Nullable String vendorNumber;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable String tenantId;

    @Embedded
    private DeskWatch watch = new DeskWatch();

    private boolean waitsForUs;
    private @Nullable Instant openedAt;
    private @Nullable Instant endedAt;

    protected VendorTicket() {}

    public VendorTicket(HandOff handOff, String tenantId) {
        this.handOff = handOff;
        this.channel = handOff.channel();
        this.tenantId = tenantId;
        this.target = handOff.target();
        this.state = State.PREPARED;
    }

    /** It is open there under this number. A ticket that was cancelled meanwhile takes the number and stays cancelled. */
    public void open(String number, Instant at) {
        vendorNumber = number;
        openedAt = at;
        if (state == State.PREPARED) {
            state = State.OPEN;
        }
    }

    /**
     * As {@link #open}, at a desk that acts on it from now on.
     *
     * @param told whether the desk can also be asked how it stands
     */
    public void openAtDesk(String number, boolean told, Instant at) {
        open(number, at);
        watch.begin(told, at);
    }

    /** They asked us something. */
    public void theyAsk() {
        waitsForUs = true;
    }

    /** They have our answer. */
    public void weAnswered() {
        waitsForUs = false;
    }

    /**
     * It was looked at there, as {@link DeskWatch#seen} says. What waited for us and does so no more has its answer, whoever gave it.
     */
    public void seen(StatusThere status, @Nullable Instant changed, Instant at) {
        boolean waited = watch.statusThere().equals(Optional.of(StatusThere.ATTENTION_NEEDED));
        watch.seen(status, changed, at);
        if (waited && status != StatusThere.ATTENTION_NEEDED) {
            waitsForUs = false;
        }
    }

    /** Whose turn it is. */
    public TicketTurn turn() {
        return switch (state) {
            case PREPARED -> TicketTurn.TO_FILE;
            case OPEN -> waitsForUs ? TicketTurn.OURS : TicketTurn.THEIRS;
            case CLOSED, CANCELLED -> TicketTurn.ENDED;
        };
    }

    /** It is closed there; one that was cancelled stays cancelled. False when it had ended before. */
    public boolean close(Instant at) {
        if (state == State.PREPARED) {
            throw new IllegalStateException(handOff.reference() + " cannot be closed before it is open");
        }
        if (state != State.OPEN) {
            return false;
        }
        state = State.CLOSED;
        endedAt = at;
        return true;
    }

    /** Whether it is closed there. One that was cancelled is not: somebody still has to close it. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Whether nothing more is expected of it. */
    public boolean hasEnded() {
        return state == State.CLOSED || state == State.CANCELLED;
    }

    /** Whether its desk can be told something about it, now or once it is open there. */
    public boolean hearsOfChanges() {
        return !hasEnded() && (watch.isWatched() || (state == State.PREPARED && channel != Channel.GUIDED));
    }

    /** The case no longer needs it. False when it had ended before. */
    public boolean cancel(Instant at) {
        if (hasEnded()) {
            return false;
        }
        state = State.CANCELLED;
        endedAt = at;
        return true;
    }

    /**
     * Something that was said or done about it, to be added to its notes.
     *
     * @param content what it says there, by which it is known again; null for what is not a note there
     */
    public VendorTicketNote noted(
            VendorTicketNote.Kind kind,
            String text,
            @Nullable String content,
            @Nullable String by,
            Instant at,
            Step step) {
        return VendorTicketNote.atStep(id, kind, text, content, by, at, step);
    }

    /**
     * Something that they wrote there.
     *
     * @param hash of its wording
     * @param times how often they have said these words, with this one
     * @param writtenAt by their clock; null when not told
     * @param deskNoteId the desk's own name for it; null where notes have none
     */
    public VendorTicketNote heard(
            String text,
            String hash,
            int times,
            @Nullable String author,
            @Nullable Instant writtenAt,
            @Nullable String deskNoteId,
            Instant at) {
        return VendorTicketNote.ofTheirs(id, text, hash, times, author, writtenAt, deskNoteId, at);
    }

    /**
     * Something to be done at its desk.
     *
     * @param stepKey of whoever orders; it orders one thing of a kind
     */
    private DeskOrder ordered(
            DeskOrder.Kind kind, @Nullable String text, @Nullable Severity severity, Instant at, String stepKey) {
        return new DeskOrder(id, kind, UUID.randomUUID(), text, severity, at, stepKey);
    }

    public DeskOrder orderOpening(Instant at, String stepKey) {
        return ordered(DeskOrder.Kind.OPEN, null, null, at, stepKey);
    }

    public DeskOrder orderNote(String text, Instant at, String stepKey) {
        return ordered(DeskOrder.Kind.NOTE, text, null, at, stepKey);
    }

    public DeskOrder orderSeverity(Severity severity, Instant at, String stepKey) {
        return ordered(DeskOrder.Kind.SEVERITY, null, severity, at, stepKey);
    }

    public DeskOrder orderClosing(Instant at, String stepKey) {
        return ordered(DeskOrder.Kind.CLOSE, null, null, at, stepKey);
    }

    public long id() {
        return id;
    }

    public Target target() {
        return target;
    }

    public HandOff handOff() {
        return handOff;
    }

    public State state() {
        return state;
    }

    /** Its number there, once somebody entered it. */
    public Optional<String> vendorNumber() {
        return Optional.ofNullable(vendorNumber);
    }

    public DeskWatch watch() {
        return watch;
    }

    public Channel channel() {
        return channel;
    }

    /** The customer's tenant; empty for a ticket from before it was kept. */
    public Optional<String> tenantId() {
        return Optional.ofNullable(tenantId);
    }
}
