package io.casewright.customer;

import io.casewright.customer.RelationshipWire.Relationship;
import io.casewright.customer.RelationshipWire.Status;
import io.casewright.microsoft.MicrosoftRefused;
import io.casewright.platform.time.PartnerDays;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Takes back, at Microsoft, a request for a role that nobody needs any more, as far as Microsoft lets anybody: a request that was
 * never opened is deleted, and access that was given is ended. One that waits for the customer can only be waited for.
 */
@Component
public class EndAccess {

    /** A request that nobody answers lapses at Microsoft after that time. */
    private static final Duration LAPSE = Duration.ofDays(90);

    private static final String DELETED = "It was taken back before the customer could approve it.";
    private static final int NOT_FOUND = 404;

    private final Relationships relationships;
    private final DelegatedAccess access;
    private final DelegatedAccessSettings settings;
    private final PartnerDays days;

    EndAccess(Relationships relationships, DelegatedAccess access, DelegatedAccessSettings settings, PartnerDays days) {
        this.relationships = relationships;
        this.access = access;
        this.settings = settings;
        this.days = days;
    }

    /** What is left at Microsoft. */
    public enum Left {
        NOTHING,
        /** A request that the customer may still approve. */
        REQUEST,
        /** Access that is about to end. */
        ENDING,
        /** Access that Microsoft does not let us end. */
        ACCESS
    }

    /**
     * What became of it.
     *
     * @param words as a sentence; empty when there is nothing to say yet
     * @param lookAgainAfter when it is worth looking again
     */
    public record Outcome(Left left, String words, Duration lookAgainAfter) {}

    /**
     * Goes as far as it can be gone now, which takes seconds. Done again it goes on from there.
     *
     * @throws MicrosoftRefused when Microsoft does not tell how it stands
     * @throws io.casewright.microsoft.MicrosoftUnavailable when no answer can be had now
     */
    public Outcome end(String tenantId, String relationshipId) {
        Relationship found;
        try {
            found = relationships.read(relationshipId);
        } catch (MicrosoftRefused e) {
            if (e.status() == NOT_FOUND) {
                // Microsoft deletes nothing but what was never opened.
                return nothing(DELETED);
            }
            throw e;
        }
        var outcome = switch (Objects.requireNonNullElse(found.status(), Status.UNKNOWN)) {
            case CREATED -> delete(found);
            case APPROVAL_PENDING, UNKNOWN -> waits(found);
            case APPROVED, ACTIVATING ->
                new Outcome(
                        Left.ENDING,
                        "The customer approved it meanwhile; it is ended as soon as it is active.",
                        settings.checkEvery());
            case ACTIVE, EXPIRING -> terminate(found);
            case TERMINATION_REQUESTED, TERMINATING ->
                new Outcome(Left.ENDING, "Microsoft is ending it.", settings.checkEvery());
            case EXPIRED -> nothing("It ran out.");
            case TERMINATED -> nothing("It has ended.");
        };
        access.forget(tenantId);
        return outcome;
    }

    private Outcome delete(Relationship found) {
        try {
            relationships.delete(found);
            return nothing(DELETED);
        } catch (MicrosoftRefused e) {
            // Deleted by another, or opened in between, which the next look tells.
            return e.status() == NOT_FOUND ? nothing(DELETED) : new Outcome(Left.ENDING, "", settings.checkEvery());
        }
    }

    private Outcome waits(Relationship found) {
        Instant made = Objects.requireNonNullElse(found.createdDateTime(), Instant.EPOCH);
        String until = made.equals(Instant.EPOCH) ? "90 days after it was made" : "on " + days.of(made.plus(LAPSE));
        return new Outcome(
                Left.REQUEST,
                "Microsoft lets nobody take it back while the customer has not answered. It lapses %s; the customer may reject it before, and if it is approved it is ended."
                        .formatted(until),
                settings.unneededCheckEvery());
    }

    private Outcome terminate(Relationship found) {
        try {
            relationships.askToEnd(found.id());
            return new Outcome(
                    Left.ENDING,
                    "The customer approved it although nobody needs it any more; Microsoft is ending it.",
                    settings.checkEvery());
        } catch (MicrosoftRefused e) {
            return new Outcome(Left.ACCESS, "Microsoft does not end it: " + e.reason(), settings.checkEvery());
        }
    }

    private Outcome nothing(String words) {
        return new Outcome(Left.NOTHING, words, settings.checkEvery());
    }
}
