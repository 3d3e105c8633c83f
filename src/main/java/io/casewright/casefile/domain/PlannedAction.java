package io.casewright.casefile.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Optional;
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
    private String proposedBy;
    private @Nullable String decidedBy;

    @Enumerated(EnumType.STRING)
    private State state;

    protected PlannedAction() {}

    public PlannedAction(
            long caseId, String action, @Nullable String detail, @Nullable BigDecimal amount, String proposedBy) {
        this.caseId = caseId;
        this.action = action;
        this.detail = detail;
        this.amount = amount;
        this.proposedBy = proposedBy;
        this.state = State.PROPOSED;
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

    public void end(boolean done) {
        if (state != State.APPROVED) {
            throw new IllegalStateException("Action " + id + " is " + state + " and cannot be carried out");
        }
        state = done ? State.DONE : State.FAILED;
    }

    public State state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }
}
