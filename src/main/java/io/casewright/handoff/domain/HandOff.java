package io.casewright.handoff.domain;

import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.Step;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A case was given to somebody else, with everything a ticket must carry. What was sent never changes. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
public class HandOff {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private String reference;
    private String stepKey;

    @Enumerated(EnumType.STRING)
    private Target target;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Embedded
    private Ticket ticket;

    private @Nullable String topicId;
    private @Nullable String preparedBy;
    private Instant preparedAt;

    protected HandOff() {}

    /**
     * @param ordinal how many hand-offs the case then has; the reference ends with it
     * @param topicId what the ticket is about, in the words of its desk; null where a desk does not ask
     */
    public HandOff(
            CaseNumber number,
            int ordinal,
            Target target,
            Channel channel,
            Ticket ticket,
            @Nullable String topicId,
            @Nullable String by,
            Instant at,
            Step step) {
        this.caseNumber = number.value();
        this.reference = number.value() + "-T" + ordinal;
        this.stepKey = step.key();
        this.target = target;
        this.channel = channel;
        this.ticket = ticket;
        this.topicId = topicId;
        this.preparedBy = by;
        this.preparedAt = at;
    }

    public long id() {
        return id;
    }

    public CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    /** Our name for the ticket: the case number, {@code -T}, and which hand-off of the case it is. */
    public String reference() {
        return reference;
    }

    public Target target() {
        return target;
    }

    public Channel channel() {
        return channel;
    }

    /** What the ticket is about, in the words of its desk, where the desk asks for it. */
    public @Nullable String topicId() {
        return topicId;
    }

    public Ticket ticket() {
        return ticket;
    }
}
