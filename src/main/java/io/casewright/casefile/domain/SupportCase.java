package io.casewright.casefile.domain;

import static io.casewright.casefile.domain.CaseStatus.CLOSED;
import static io.casewright.casefile.domain.CaseStatus.DIAGNOSING;
import static io.casewright.casefile.domain.CaseStatus.RECEIVED;
import static io.casewright.casefile.domain.CaseStatus.RESOLVED;
import static io.casewright.casefile.domain.CaseStatus.RESOLVING;
import static io.casewright.casefile.domain.CaseStatus.WITHDRAWN;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request from its arrival to its end. It changes only through the verbs below; each checks the state it
 * starts from and throws {@link NotPossibleNow} otherwise.
 */
@Entity
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class SupportCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String number;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private long customerId;
    private long contactId;
    private String subject;
    private String description;
    private @Nullable String product;

    @Enumerated(EnumType.STRING)
    private @Nullable Category category;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private String locale;
    private @Nullable Integer affectedUsers;
    private @Nullable String region;
    private @Nullable String externalReference;
    private Instant receivedAt;
    private @Nullable String findings;
    private @Nullable String resolution;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant confirmationDue;

    @Enumerated(EnumType.STRING)
    private @Nullable CustomerAnswer customerAnswer;

    private @Nullable Instant endedAt;
    private @Nullable Long processInstanceKey;
    private String intakeKey;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String intakeFingerprint;

    protected SupportCase() {}

    /** A new case of a known contact. */
    public SupportCase(
            CaseNumber number, IntakeKey intake, long customerId, long contactId, Request request, Instant receivedAt) {
        this.number = number.value();
        this.status = RECEIVED;
        this.intakeKey = intake.key();
        this.intakeFingerprint = intake.fingerprint();
        this.customerId = customerId;
        this.contactId = contactId;
        this.channel = request.channel();
        this.subject = request.subject();
        this.description = request.description();
        this.product = request.product();
        this.category = request.category();
        this.severity = request.severity();
        this.locale = request.locale();
        this.affectedUsers = request.affectedUsers();
        this.region = request.region();
        this.externalReference = request.externalReference();
        this.receivedAt = receivedAt;
    }

    /** The process that carries this case has started. */
    public void register(long processInstanceKey) {
        require(RECEIVED, "be registered");
        this.processInstanceKey = processInstanceKey;
        status = DIAGNOSING;
    }

    /** An agent found out what is wrong. */
    public void diagnose(Category category, Severity severity, String findings) {
        require(DIAGNOSING, "be diagnosed");
        this.category = category;
        this.severity = severity;
        this.findings = findings;
        status = RESOLVING;
    }

    /** An agent solved it; the customer has until {@code confirmationDue} to say otherwise. */
    public void resolve(String resolution, Instant now, Instant confirmationDue) {
        require(RESOLVING, "be resolved");
        this.resolution = resolution;
        this.resolvedAt = now;
        this.confirmationDue = confirmationDue;
        this.customerAnswer = null;
        status = RESOLVED;
    }

    /** The customer says whether the resolution helped; the first answer counts. */
    public void answer(CustomerAnswer answer) {
        require(RESOLVED, "be confirmed");
        if (customerAnswer != null && customerAnswer != answer) {
            throw new NotPossibleNow(number(), "be answered again, the customer said " + customerAnswer, status);
        }
        customerAnswer = answer;
    }

    /** Settles the case after the customer's answer or silence: closed, or back to diagnosis if it did not help. */
    public void settle(Instant now) {
        require(RESOLVED, "be closed or reopened");
        if (customerAnswer == CustomerAnswer.NOT_SOLVED) {
            status = DIAGNOSING;
        } else {
            status = CLOSED;
            endedAt = now;
        }
    }

    /** The customer no longer needs an answer. */
    public void withdraw(Instant now) {
        if (status.isEnded()) {
            throw new NotPossibleNow(number(), "be withdrawn", status);
        }
        status = WITHDRAWN;
        endedAt = now;
    }

    /** Something that happened to this case, to be added to its timeline. */
    public TimelineEntry happened(
            Instant at, TimelineEntry.Kind kind, Actor actor, @Nullable Step step, @Nullable String text) {
        return new TimelineEntry(id, at, kind, actor, step, text);
    }

    private void require(CaseStatus expected, String wish) {
        if (status != expected) {
            throw new NotPossibleNow(number(), wish, status);
        }
    }

    public Queue queue() {
        return Queue.of(category);
    }

    public long id() {
        return id;
    }

    public CaseNumber number() {
        return new CaseNumber(number);
    }

    public CaseStatus status() {
        return status;
    }

    public long customerId() {
        return customerId;
    }

    public long contactId() {
        return contactId;
    }

    /** The request as it stands now: category and severity may have been corrected by the diagnosis. */
    public Request request() {
        return new Request(
                channel,
                subject,
                description,
                product,
                category,
                severity,
                locale,
                affectedUsers,
                region,
                externalReference);
    }

    public Severity severity() {
        return severity;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Optional<String> findings() {
        return Optional.ofNullable(findings);
    }

    public Optional<String> resolution() {
        return Optional.ofNullable(resolution);
    }

    public Optional<Instant> confirmationDue() {
        return Optional.ofNullable(confirmationDue);
    }

    public Optional<CustomerAnswer> customerAnswer() {
        return Optional.ofNullable(customerAnswer);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Long> processInstanceKey() {
        return Optional.ofNullable(processInstanceKey);
    }

    public boolean hasIntakeFingerprint(String fingerprint) {
        return intakeFingerprint.equals(fingerprint);
    }
}
