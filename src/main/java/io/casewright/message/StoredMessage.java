package io.casewright.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One message of a case, as it is kept. What was written never changes; only a letter's delivery goes on, perhaps to a corrected address. */
@Entity
@Table(name = "message")
@SuppressWarnings("NullAway.Init")
class StoredMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(updatable = false)
    String caseNumber;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Nullable
    Direction direction;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    MessageKind kind;

    @Column(updatable = false)
    String authorName;

    @Nullable
    String recipientName;

    @Nullable
    String recipientAddress;

    @Column(updatable = false)
    @Nullable
    String subject;

    @Column(updatable = false)
    String body;

    @Column(updatable = false)
    @Nullable
    String locale;

    @Column(updatable = false)
    @Nullable
    String internetMessageId;

    @Column(updatable = false)
    @Nullable
    String inReplyTo;

    @Column(updatable = false)
    @Nullable
    String autoSubmitted;

    @Column(updatable = false)
    String stepKey;

    @Column(updatable = false)
    Instant createdAt;

    @Nullable
    Instant sentAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    Delivery delivery;

    @Nullable
    String failure;

    /** When somebody saw to it that it could not be delivered. */
    @Nullable
    Instant failureSettledAt;

    boolean waits() {
        return delivery == Delivery.WAITING;
    }

    void sent(Instant at) {
        delivery = Delivery.SENT;
        sentAt = at;
    }

    void failed(String reason) {
        delivery = Delivery.FAILED;
        failure = reason;
    }

    boolean isGivenUp() {
        return delivery == Delivery.FAILED && failureSettledAt == null;
    }

    void waitAgain(Recipient to) {
        recipientName = to.name();
        recipientAddress = to.email();
        delivery = Delivery.WAITING;
        failure = null;
    }

    CaseMessage view() {
        return new CaseMessage(
                id,
                caseNumber,
                direction,
                visibility,
                kind,
                authorName,
                recipientName,
                subject,
                body,
                createdAt,
                sentAt,
                delivery,
                autoSubmitted != null,
                failure);
    }
}
