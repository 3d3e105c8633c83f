package io.casewright.handoff.domain;

import io.casewright.casefile.domain.Step;
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

    private @Nullable Instant openedAt;
    private @Nullable Instant endedAt;

    protected VendorTicket() {}

    public VendorTicket(HandOff handOff) {
        this.handOff = handOff;
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

    /** It is closed there; one that was cancelled stays cancelled. */
    public void close(Instant at) {
        if (state == State.PREPARED) {
            throw new IllegalStateException(handOff.reference() + " cannot be closed before it is open");
        }
        if (state == State.OPEN) {
            state = State.CLOSED;
            endedAt = at;
        }
    }

    /** The case no longer needs it. False when it had ended before. */
    public boolean cancel(Instant at) {
        if (state == State.CLOSED || state == State.CANCELLED) {
            return false;
        }
        state = State.CANCELLED;
        endedAt = at;
        return true;
    }

    /** Something that was said or done about it, to be added to its notes. */
    public VendorTicketNote noted(VendorTicketNote.Kind kind, String text, @Nullable String by, Instant at, Step step) {
        return new VendorTicketNote(id, kind, text, by, at, step);
    }

    public long id() {
        return id;
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
}
