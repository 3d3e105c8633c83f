package io.casewright.knownissue.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a case waits with a known issue, and which of Microsoft's notices about it an agent has settled. Notices are told apart by
 * Microsoft's own times.
 */
@Entity
@SuppressWarnings("NullAway.Init")
public class KnownIssueWait {

    /** Why a wait is over. */
    public enum Ending {
        /** The issue is over; the time counts as spent with Microsoft. */
        ISSUE_OVER,
        /** The issue was not behind the case; the time is to be given back as if it had never waited. */
        NOT_THE_CAUSE,
        /** The case went another way meanwhile. */
        LEFT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private long caseId;
    private String issueId;
    private Instant beganAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;

    private @Nullable Instant settledPostAt;
    private @Nullable Instant offeredPostAt;
    private @Nullable Instant newsSince;
    private boolean missing;
    private boolean missingSettled;
    private @Nullable Instant unreadableSince;
    private boolean unreadable;
    private boolean unreadableSettled;

    protected KnownIssueWait() {}

    /** @param newestPostAt Microsoft's time of the newest notice known now, which is no news any more */
    public KnownIssueWait(long caseId, String issueId, Instant beganAt, @Nullable Instant newestPostAt) {
        this.caseId = caseId;
        this.issueId = issueId;
        this.beganAt = beganAt;
        this.settledPostAt = newestPostAt;
    }

    /** The newest notice about the issue. */
    public void hear(@Nullable Instant postAt, Instant now) {
        if (postAt != null && (offeredPostAt == null || postAt.isAfter(offeredPostAt))) {
            offeredPostAt = postAt;
        }
        missing = false;
        missingSettled = false;
        note(now);
    }

    /** Microsoft no longer lists the issue. */
    public void miss(Instant now) {
        missing = true;
        note(now);
    }

    /** Nothing newer can be read about the issue: nobody would hear of its end, so after this time it is news. */
    public void cannotRead(Instant now, Duration patience) {
        if (unreadableSince == null) {
            unreadableSince = now;
        }
        unreadable = !now.isBefore(unreadableSince.plus(patience));
        note(now);
    }

    /** What is known about the issue is new. */
    public void canRead(Instant now) {
        unreadableSince = null;
        unreadable = false;
        unreadableSettled = false;
        note(now);
    }

    private void note(Instant now) {
        if (!hasNews()) {
            newsSince = null;
        } else if (newsSince == null) {
            newsSince = now;
        }
    }

    /** An agent has read the notice of this time and decided what becomes of it. */
    public void settle(@Nullable Instant postAt) {
        if (postAt != null && (settledPostAt == null || postAt.isAfter(settledPostAt))) {
            settledPostAt = postAt;
        }
        missingSettled = missing;
        unreadableSettled = unreadable;
        if (!hasNews()) {
            newsSince = null;
        }
    }

    /** Whether there is something an agent has not settled yet. */
    public boolean hasNews() {
        return (missing && !missingSettled) || (unreadable && !unreadableSettled) || hasNewPost();
    }

    private boolean hasNewPost() {
        return offeredPostAt != null && (settledPostAt == null || offeredPostAt.isAfter(settledPostAt));
    }

    public void end(Ending ending, Instant now) {
        this.ending = ending;
        this.endedAt = now;
    }

    public String issueId() {
        return issueId;
    }

    public Instant beganAt() {
        return beganAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** Microsoft's time of the newest notice that is no news any more. */
    public Optional<Instant> settledPostAt() {
        return Optional.ofNullable(settledPostAt);
    }

    /** Since when the news wait for an agent. */
    public Optional<Instant> newsSince() {
        return Optional.ofNullable(newsSince);
    }
}
