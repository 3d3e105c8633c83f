package io.casewright.handoff.domain;

import io.casewright.casefile.domain.Severity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to be done at a desk, kept before the desk hears of it: its key makes a repetition the same thing there. */
@Entity
@SuppressWarnings("NullAway.Init")
public class DeskOrder {

    private static final int REASON = 600;

    /** What is to be done. */
    public enum Kind {
        OPEN,
        NOTE,
        SEVERITY,
        CLOSE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private long ticketId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String orderKey;
    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity severity;

    private String stepKey;
    private Instant orderedAt;
    private @Nullable Instant claimedUntil;
    private @Nullable Instant settledAt;
    private @Nullable String refusal;

    protected DeskOrder() {}

    DeskOrder(
            long ticketId,
            Kind kind,
            UUID key,
            @Nullable String text,
            @Nullable Severity severity,
            Instant at,
            String stepKey) {
        this.ticketId = ticketId;
        this.kind = kind;
        this.orderKey = key.toString();
        this.text = text;
        this.severity = severity;
        this.orderedAt = at;
        this.stepKey = stepKey;
    }

    /** Whoever calls may do it now, alone until the time is over; false when somebody else does it at this moment. */
    public boolean claim(Instant now, Duration time) {
        if (claimedUntil != null && claimedUntil.isAfter(now)) {
            return false;
        }
        claimedUntil = now.plus(time);
        return true;
    }

    /** It was not done, and may be tried again at once. */
    public void release() {
        claimedUntil = null;
    }

    /** The desk did it. */
    public void done(Instant at) {
        settledAt = at;
    }

    /** Nobody needs it any more, and the desk is not told. */
    public void superseded(Instant at) {
        settledAt = at;
    }

    /** The desk will not do it. */
    public void refused(String reason, Instant at) {
        settledAt = at;
        refusal = reason.length() <= REASON ? reason : reason.substring(0, REASON);
    }

    public boolean isSettled() {
        return settledAt != null;
    }

    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    public long id() {
        return id;
    }

    public long ticketId() {
        return ticketId;
    }

    public Kind kind() {
        return kind;
    }

    public UUID key() {
        return UUID.fromString(orderKey);
    }

    /** What is to be said; only for a note. */
    public String text() {
        return Objects.requireNonNull(text);
    }

    /** Only for a change of severity. */
    public Severity severity() {
        return Objects.requireNonNull(severity);
    }
}
