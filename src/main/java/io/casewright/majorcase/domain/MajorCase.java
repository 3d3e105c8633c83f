package io.casewright.majorcase.domain;

import static io.casewright.majorcase.domain.MajorCaseState.DISSOLVED;
import static io.casewright.majorcase.domain.MajorCaseState.OPEN;
import static io.casewright.majorcase.domain.MajorCaseState.OVER;
import static io.casewright.majorcase.domain.MajorCaseState.PROPOSED;
import static io.casewright.majorcase.domain.MajorCaseState.REJECTED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same trouble of many customers with one service in one region: the same goes wrong at all of them. */
@Entity
@SuppressWarnings("NullAway.Init")
public class MajorCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private String service;
    private String region;
    private String symptom;

    @Enumerated(EnumType.STRING)
    private MajorCaseState state;

    private Instant since;
    private Instant proposedAt;
    private @Nullable Long processInstanceKey;
    private @Nullable String confirmedBy;
    private @Nullable Instant endedAt;

    protected MajorCase() {}

    /** One that was noticed, for a duty manager to confirm. */
    public MajorCase(Pattern pattern, Instant proposedAt) {
        this.service = pattern.service();
        this.region = pattern.region();
        this.symptom = pattern.symptom();
        this.state = PROPOSED;
        this.since = pattern.since();
        this.proposedAt = proposedAt;
    }

    /** The process that carries it has started; the first one stays. */
    public void register(long processInstanceKey) {
        if (this.processInstanceKey == null) {
            this.processInstanceKey = processInstanceKey;
        }
    }

    /** Another process carries it, since the engine of the first one was lost. */
    public void goesOnIn(long processInstanceKey) {
        this.processInstanceKey = processInstanceKey;
    }

    /** A duty manager says that it is one. */
    public void confirm(@Nullable String agent) {
        move(PROPOSED, OPEN);
        confirmedBy = agent;
    }

    /** A duty manager says that it is none. */
    public void reject(@Nullable String agent, Instant now) {
        move(PROPOSED, REJECTED);
        confirmedBy = agent;
        endedAt = now;
    }

    /** The trouble is over. */
    public void end(Instant now) {
        move(OPEN, OVER);
        endedAt = now;
    }

    /** No case is left in it. */
    public void dissolve(Instant now) {
        if (state.isEnded()) {
            throw new IllegalStateException("%s cannot be dissolved, it is %s".formatted(number(), state));
        }
        state = DISSOLVED;
        endedAt = now;
    }

    /** Whether it is this trouble that the case shows; of a major case of before no symptom is known. */
    public boolean isShownBy(Sign sign) {
        return sign.service().equals(service)
                && sign.region().equals(region)
                && (symptom.isEmpty() || sign.symptoms().contains(symptom));
    }

    private void move(MajorCaseState from, MajorCaseState to) {
        if (state != from) {
            throw new IllegalStateException("%s cannot become %s, it is %s".formatted(number(), to, state));
        }
        state = to;
    }

    public MajorCaseNumber number() {
        return new MajorCaseNumber(id);
    }

    public MajorCaseState state() {
        return state;
    }

    /** The product, in small letters. */
    public String service() {
        return service;
    }

    /** In small letters; empty when the customers named none. */
    public String region() {
        return region;
    }

    /** What goes wrong; empty where it was proposed before that was looked at. */
    public String symptom() {
        return symptom;
    }

    /** When the first of the cases was received that showed it. */
    public Instant since() {
        return since;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }
}
