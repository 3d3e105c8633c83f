package io.casewright.casefile.domain;

import static io.casewright.casefile.domain.CaseStatus.CLOSED;
import static io.casewright.casefile.domain.CaseStatus.DIAGNOSING;
import static io.casewright.casefile.domain.CaseStatus.DUPLICATE;
import static io.casewright.casefile.domain.CaseStatus.HANDED_OFF;
import static io.casewright.casefile.domain.CaseStatus.RECEIVED;
import static io.casewright.casefile.domain.CaseStatus.RESOLVED;
import static io.casewright.casefile.domain.CaseStatus.RESOLVING;
import static io.casewright.casefile.domain.CaseStatus.WAITING_FOR_CUSTOMER;
import static io.casewright.casefile.domain.CaseStatus.WAITING_FOR_SERVICE_INCIDENT;
import static io.casewright.casefile.domain.CaseStatus.WITHDRAWN;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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

    private boolean severityStated;
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

    @Enumerated(EnumType.STRING)
    private Queue queue;

    private @Nullable String handOffCategory;
    private @Nullable String knownIssue;
    private @Nullable String question;
    private @Nullable Instant replyDue;

    @Enumerated(EnumType.STRING)
    private @Nullable CaseStatus askedFrom;

    private @Nullable String duplicateOf;
    private @Nullable String followUpOf;
    private @Nullable Instant endedAt;
    private @Nullable Instant erasedAt;
    private @Nullable Long processInstanceKey;
    private int reopenings;
    private int awaited;
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
        this.severityStated = request.severityStated();
        this.locale = request.locale();
        this.affectedUsers = request.affectedUsers();
        this.region = request.region();
        this.externalReference = request.externalReference();
        this.receivedAt = receivedAt;
        this.queue = Queue.of(request.category());
    }

    /** The process that carries this case has started. */
    public void register(long processInstanceKey) {
        require(RECEIVED, "be registered");
        this.processInstanceKey = processInstanceKey;
    }

    /** It is clear what the request is about and who works on it first. */
    public void triage(Category category, Severity severity, Queue queue) {
        require(RECEIVED, "be triaged");
        this.category = category;
        this.severity = severity;
        this.queue = queue;
        status = DIAGNOSING;
    }

    /** The same request is open already as another case, which goes on alone. */
    public void join(CaseNumber open, Instant now) {
        require(RECEIVED, "be joined with " + open);
        duplicateOf = open.value();
        end(DUPLICATE, now);
    }

    /** The request is somebody else's to answer; the customer was told whose. */
    public void redirect(Instant now) {
        requireOneOf(EnumSet.of(RECEIVED, DIAGNOSING), "be redirected");
        end(CLOSED, now);
    }

    /** Work on it begins anew, with all that is known: after a failed solution or a hand-off that came back. */
    public void diagnoseAgain() {
        requireOneOf(
                EnumSet.of(DIAGNOSING, RESOLVING, HANDED_OFF, WAITING_FOR_SERVICE_INCIDENT, RESOLVED),
                "be diagnosed again");
        status = DIAGNOSING;
    }

    /** An agent found out what is wrong; the queue follows the category. */
    public void diagnose(Diagnosis diagnosis) {
        require(DIAGNOSING, "be diagnosed");
        if (category != diagnosis.category()) {
            queue = Queue.of(diagnosis.category());
        }
        category = diagnosis.category();
        severity = diagnosis.severity();
        findings = diagnosis.findings();
        handOffCategory = diagnosis.handOffCategory();
        knownIssue = diagnosis.knownIssue();
        status = diagnosis.nextStep().statusAfter();
    }

    /** Other agents go on with it; what was found so far stays. */
    public void handTo(Queue queue, @Nullable String findings) {
        requireOpen("be handed to " + queue.group());
        this.queue = queue;
        if (findings != null) {
            this.findings = findings;
        }
    }

    /**
     * Whether it is as urgent as a form showed it. One that became another while the form was open stays: who chose there did
     * not know of it.
     *
     * @param shown null where the form did not say
     */
    public boolean isAsUrgentAs(@Nullable Severity shown) {
        return shown == null || shown == severity;
    }

    /** The impact on the customer is another one than it was. */
    public void reassess(Severity severity) {
        requireOpen("get another severity");
        this.severity = severity;
    }

    /** The known issue it waits with is not behind it: it is diagnosed as if it had never been linked. */
    public void unlink() {
        require(WAITING_FOR_SERVICE_INCIDENT, "be unlinked from a known issue");
        knownIssue = null;
        status = DIAGNOSING;
    }

    /** Whether it waits with this issue. */
    public boolean waitsFor(String issue) {
        return status == WAITING_FOR_SERVICE_INCIDENT && issue.equalsIgnoreCase(knownIssue);
    }

    /** It waits for the customer until {@code replyDue}, and then goes on where it was: in its diagnosis, or handed off. */
    public void ask(String question, Instant replyDue) {
        requireOneOf(EnumSet.of(DIAGNOSING, HANDED_OFF), "ask its customer");
        this.askedFrom = status;
        this.question = question;
        this.replyDue = replyDue;
        awaited++;
        status = WAITING_FOR_CUSTOMER;
    }

    /** It waits for the customer to delegate a role. */
    public void awaitAccess() {
        require(DIAGNOSING, "wait for delegated access");
        replyDue = null;
        askedFrom = null;
        status = WAITING_FOR_CUSTOMER;
    }

    /** Whether it waits for the customer, but for no answer to a question. */
    public boolean awaitsAccess() {
        return status == WAITING_FOR_CUSTOMER && replyDue == null;
    }

    /** The role was delegated, or nobody waits for it any more. */
    public void stopAwaitingAccess() {
        require(WAITING_FOR_CUSTOMER, "go on with its diagnosis");
        status = DIAGNOSING;
    }

    /** Whether a question to the customer waits for its answer; what is written after the answer is not one. */
    public boolean awaitsReply() {
        return status == WAITING_FOR_CUSTOMER && replyDue != null;
    }

    /** The customer wrote while a question waits; nothing more is awaited of the customer. */
    public void hearReply() {
        require(WAITING_FOR_CUSTOMER, "hear a reply");
        replyDue = null;
    }

    /** The customer answered the question. */
    public void takeReply() {
        require(WAITING_FOR_CUSTOMER, "take a reply");
        replyDue = null;
        status = asksForHandOff() ? HANDED_OFF : DIAGNOSING;
        askedFrom = null;
    }

    /** Whether what the customer was asked is for whoever the case was handed to. */
    public boolean asksForHandOff() {
        return status == WAITING_FOR_CUSTOMER && askedFrom == HANDED_OFF;
    }

    /** Nobody needs the answer any more: whoever it was for is done with the case. */
    public void stopAsking() {
        require(WAITING_FOR_CUSTOMER, "take its question back");
        takeReply();
    }

    /** The customer did not answer in time. */
    public void closeUnanswered(Instant now) {
        require(WAITING_FOR_CUSTOMER, "be closed without a reply");
        end(CLOSED, now);
    }

    /** It is solved; the customer has until {@code confirmationDue} to say otherwise. */
    public void resolve(String resolution, Instant now, Instant confirmationDue) {
        requireOneOf(EnumSet.of(RESOLVING, HANDED_OFF, WAITING_FOR_SERVICE_INCIDENT), "be resolved");
        this.resolution = resolution;
        this.resolvedAt = now;
        this.confirmationDue = confirmationDue;
        this.customerAnswer = null;
        awaited++;
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

    /** It closes by itself no earlier than that: the customer and the partner are still talking about the solution. */
    public void giveTime(Instant confirmationDue) {
        require(RESOLVED, "give its customer more time");
        if (this.confirmationDue == null || this.confirmationDue.isBefore(confirmationDue)) {
            this.confirmationDue = confirmationDue;
        }
    }

    /** Settles the case after the customer's answer or silence: closed, or back to diagnosis if it did not help. */
    public void settle(Instant now) {
        require(RESOLVED, "be closed or reopened");
        if (customerAnswer == CustomerAnswer.NOT_SOLVED) {
            status = DIAGNOSING;
        } else {
            end(CLOSED, now);
        }
    }

    /** A new instance of the process carries a reopened case. */
    public void carriedBy(long processInstanceKey) {
        requireOpen("be carried by a process");
        this.processInstanceKey = processInstanceKey;
    }

    /** The process that carried it ends, although the case goes on: another one has to take it up. */
    public void awaitProcess() {
        requireOneOf(EnumSet.of(RECEIVED, DIAGNOSING), "wait for another process");
        processInstanceKey = null;
        reopenings++;
    }

    /** The problem is back; the case goes on with its history. */
    public void reopen() {
        require(CLOSED, "be reopened");
        requireNotErased("be reopened");
        customerAnswer = null;
        endedAt = null;
        processInstanceKey = null;
        reopenings++;
        status = DIAGNOSING;
    }

    /** The customer no longer needs an answer. */
    public void withdraw(Instant now) {
        requireOpen("be withdrawn");
        end(WITHDRAWN, now);
    }

    /** Something that happened to this case, to be added to its timeline. */
    public TimelineEntry happened(
            Instant at, TimelineEntry.Kind kind, Actor actor, @Nullable Step step, @Nullable String text) {
        return new TimelineEntry(id, at, kind, actor, step, text);
    }

    /** From now on it waits for something that comes by a message of its own. */
    public void awaitNext() {
        awaited++;
    }

    /** Something that was checked, tried or seen for this case. */
    public Evidence proves(
            Evidence.Kind kind, String text, @Nullable String role, @Nullable String by, Instant at, Step step) {
        return new Evidence(id, kind, text, role, by, at, step);
    }

    private void end(CaseStatus how, Instant now) {
        status = how;
        endedAt = now;
    }

    private void require(CaseStatus expected, String wish) {
        requireOneOf(EnumSet.of(expected), wish);
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    /** Who asked was erased: whatever is added now would name somebody again. */
    public void requireNotErased(String wish) {
        if (erasedAt != null) {
            throw NotPossibleNow.sinceErased(number(), wish, status);
        }
    }

    private void requireOpen(String wish) {
        if (status.isEnded()) {
            throw new NotPossibleNow(number(), wish, status);
        }
    }

    private void requireOneOf(Set<CaseStatus> expected, String wish) {
        if (!expected.contains(status)) {
            throw new NotPossibleNow(number(), wish, status);
        }
    }

    public Queue queue() {
        return queue;
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
                severityStated,
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

    public Optional<Instant> resolvedAt() {
        return Optional.ofNullable(resolvedAt);
    }

    public Optional<Instant> confirmationDue() {
        return Optional.ofNullable(confirmationDue);
    }

    public Optional<CustomerAnswer> customerAnswer() {
        return Optional.ofNullable(customerAnswer);
    }

    /** What the customer was asked last. */
    public Optional<String> question() {
        return Optional.ofNullable(question);
    }

    /** Until when an answer to the question is awaited. */
    public Optional<Instant> replyDue() {
        return Optional.ofNullable(replyDue);
    }

    public Optional<String> handOffCategory() {
        return Optional.ofNullable(handOffCategory);
    }

    public Optional<String> knownIssue() {
        return Optional.ofNullable(knownIssue);
    }

    /** The open case this one was joined with. */
    public Optional<CaseNumber> duplicateOf() {
        return Optional.ofNullable(duplicateOf).map(CaseNumber::new);
    }

    /** The closed case this one goes on with. */
    public Optional<CaseNumber> followUpOf() {
        return Optional.ofNullable(followUpOf).map(CaseNumber::new);
    }

    /** This case goes on where a case ended that can no longer be reopened. */
    public void follow(CaseNumber ended) {
        followUpOf = ended.value();
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Long> processInstanceKey() {
        return Optional.ofNullable(processInstanceKey);
    }

    /** How often another process took it up. */
    /** Names what the case waits for now, apart from all that it has waited for and will wait for. */
    public String waitKey() {
        return number + ":" + awaited;
    }

    public int reopenings() {
        return reopenings;
    }

    public boolean hasIntakeFingerprint(String fingerprint) {
        return intakeFingerprint.equals(fingerprint);
    }
}
