package io.casewright.casefile.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a case. Entries are only ever added. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
public class TimelineEntry {

    /** What happened. */
    public enum Kind {
        RECEIVED,
        REGISTERED,
        READ,
        TRIAGED,
        JOINED,
        NOT_JOINED,
        REDIRECTED,
        ACKNOWLEDGED,
        HEALTH_CHECKED,
        CHECKED,
        ACCESS_REQUESTED,
        ACCESS_SETTLED,
        ACCESS_UNNEEDED,
        DIAGNOSED,
        HANDED_OVER,
        ASKED,
        REMINDED,
        REPLIED,
        UNANSWERED,
        PROPOSED,
        APPROVED,
        DECLINED,
        PERFORMING,
        CARRIED_OUT,
        FAILED,
        EVIDENCE_ADDED,
        HANDED_OFF,
        TICKET_FILED,
        TICKET_NEWS,
        TICKET_ANSWERED,
        TICKET_CLOSED,
        RETURNED,
        RELAYED,
        LINKED,
        ISSUE_OVER,
        ISSUE_NEWS,
        UNLINKED,
        MAJOR_CASE_JOINED,
        MAJOR_CASE_UPDATED,
        MAJOR_CASE_LEFT,
        PROMISE_MISSED,
        MEASURED_ANEW,
        PERSON_CALLED,
        CALL_ANSWERED,
        CALL_UNANSWERED,
        BREACH_CALLED,
        BREACH_REASSIGNED,
        BREACH_ACCEPTED,
        RESOLVED,
        CONFIRMED,
        REJECTED,
        REOPENED,
        MESSAGE_RECEIVED,
        MESSAGE_READ,
        CUSTOMER_WRITTEN_TO,
        CASE_OPENED,
        SEVERITY_KEPT,
        CLOSING_PUT_OFF,
        CLOSING_ANNOUNCED,
        REASSESSED,
        CLOSED,
        WITHDRAWN,
        SATISFACTION_ASKED,
        RATED,
        CALLED_BACK,
        SET_GOING_AGAIN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private long caseId;

    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actor;

    private @Nullable String actorName;
    private @Nullable String elementId;
    private @Nullable String stepKey;
    private @Nullable String text;

    protected TimelineEntry() {}

    TimelineEntry(long caseId, Instant at, Kind kind, Actor actor, @Nullable Step step, @Nullable String text) {
        this.caseId = caseId;
        this.recordedAt = at;
        this.kind = kind;
        this.actor = actor.kind();
        this.actorName = actor.name();
        this.elementId = step == null ? null : step.elementId();
        this.stepKey = step == null ? null : step.key();
        this.text = text;
    }

    public long caseId() {
        return caseId;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Kind kind() {
        return kind;
    }

    public Actor actor() {
        return new Actor(actor, actorName);
    }

    /** The element of the model at which it happened, unless it came from outside the process. */
    public @Nullable String elementId() {
        return elementId;
    }

    public @Nullable String text() {
        return text;
    }
}
