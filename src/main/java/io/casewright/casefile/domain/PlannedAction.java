package io.casewright.casefile.domain;

import io.casewright.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that costs money or cannot be undone: proposed by one person, approved by another, then carried out. */
@Entity
@SuppressWarnings("NullAway.Init")
public class PlannedAction {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED,
        /** Microsoft is being asked; whether it acted is found out by reading. */
        PERFORMING,
        /** Microsoft did not confirm it; a person looks. */
        UNCLEAR,
        DONE,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private long caseId;
    private String action;
    private @Nullable String detail;
    private @Nullable BigDecimal amount;

    @Column(columnDefinition = "char(3)")
    private @Nullable String currency;

    private String proposedBy;
    private @Nullable String decidedBy;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String subscriptionId;
    private @Nullable String subscriptionName;
    private @Nullable Integer quantity;

    @Column(columnDefinition = "char(36)")
    private @Nullable String requestId;

    private @Nullable Instant performingSince;
    private @Nullable String report;

    protected PlannedAction() {}

    public PlannedAction(long caseId, String action, @Nullable String detail, String proposedBy) {
        this.caseId = caseId;
        this.action = action;
        this.detail = detail;
        this.proposedBy = proposedBy;
        this.state = State.PROPOSED;
    }

    /** With what it costs. */
    public void costing(Money cost) {
        amount = cost.amount();
        currency = cost.currency().getCurrencyCode();
    }

    /** With the subscription that the system changes, once it is approved. */
    public void changing(PlannedChange change) {
        subscriptionId = change.subscriptionId();
        subscriptionName = change.subscriptionName();
        quantity = change.quantity();
    }

    /**
     * Four eyes: why this person cannot decide, as a sentence for that person.
     *
     * @param person login of who decides; written in other letters, small or capital, it is still the same person
     */
    public Optional<String> objectionTo(String person) {
        return person.strip().equalsIgnoreCase(proposedBy.strip())
                ? Optional.of("You proposed this action yourself; somebody else has to decide.")
                : Optional.empty();
    }

    public void decide(boolean approved, String person) {
        if (state != State.PROPOSED || objectionTo(person).isPresent()) {
            throw new IllegalStateException("Action " + id + " is " + state + " and cannot be decided by its proposer");
        }
        decidedBy = person;
        state = approved ? State.APPROVED : State.DECLINED;
    }

    /** Begins to ask Microsoft; begun before, it goes on under the same key. */
    public void perform(UUID key, Instant now) {
        if (state == State.PERFORMING) {
            return;
        }
        if (state != State.APPROVED || subscriptionId == null) {
            throw new IllegalStateException("Action " + id + " is " + state + " and cannot be performed");
        }
        state = State.PERFORMING;
        requestId = key.toString();
        performingSince = now;
    }

    /** Microsoft answered that it has to wait; the next call is a new one, with a key of its own. */
    public void waitOn(String why, UUID nextKey) {
        report = why;
        requestId = nextKey.toString();
    }

    /** It cannot be found out from here; a person goes on. */
    public void leaveOpen(String why) {
        if (state != State.PERFORMING) {
            throw new IllegalStateException("Action " + id + " is " + state + " and was not asked for");
        }
        state = State.UNCLEAR;
        report = why;
    }

    /** Microsoft's side has been read. */
    public void performed(boolean done, String readBack) {
        end(done);
        report = readBack;
    }

    public void end(boolean done) {
        if (state != State.APPROVED && state != State.PERFORMING && state != State.UNCLEAR) {
            throw new IllegalStateException("Action " + id + " is " + state + " and cannot be carried out");
        }
        state = done ? State.DONE : State.FAILED;
    }

    /** Whether Microsoft was asked, and it was read back that the action took effect. */
    public boolean isReadBack() {
        return state == State.DONE && performingSince != null && report != null;
    }

    public State state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public String action() {
        return action;
    }

    /** What it costs; of an action from before amounts had a currency that is not known. */
    public Optional<Money> cost() {
        return amount == null || currency == null
                ? Optional.empty()
                : Optional.of(new Money(amount, Currency.getInstance(currency)));
    }

    /** The subscription that the system can change. */
    public Optional<PlannedChange> change() {
        return Optional.ofNullable(subscriptionId)
                .map(subscription -> new PlannedChange(
                        subscription, subscriptionName == null ? subscription : subscriptionName, quantity));
    }

    /** The key under which Microsoft is asked. */
    public Optional<UUID> requestId() {
        return Optional.ofNullable(requestId).map(UUID::fromString);
    }

    public Optional<Instant> performingSince() {
        return Optional.ofNullable(performingSince);
    }

    /** What Microsoft said last. */
    public Optional<String> report() {
        return Optional.ofNullable(report);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }
}
