package io.casewright.handoff.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a ticket at the desk where it was opened, and since when the desk could not be asked. */
@Embeddable
public class DeskWatch {

    private static final int REASON = 600;

    private boolean watched;
    private boolean told;

    @Enumerated(EnumType.STRING)
    private @Nullable StatusThere statusThere;

    private @Nullable Instant changedThere;
    private boolean settled;
    private boolean asked;
    private @Nullable Instant lookedAt;
    private @Nullable Instant contactAt;
    private @Nullable Instant troubleSince;
    private @Nullable String trouble;
    private boolean followed;

    void begin(boolean isTold, Instant at) {
        watched = true;
        told = isTold;
        contactAt = at;
    }

    /**
     * It was looked at. A ticket that was found changed is looked at once more, since a clock there may give two changes
     * the same time.
     *
     * @param changed when it changed there by the desk's own clock; null when not told
     */
    public void seen(StatusThere status, @Nullable Instant changed, Instant at) {
        settled = status == statusThere && Objects.equals(changed, changedThere);
        if (settled && status != StatusThere.ATTENTION_NEEDED) {
            asked = false;
        }
        statusThere = status;
        changedThere = changed;
        lookedAt = at;
        contactAt = at;
    }

    /**
     * Whether it waits for us and nobody was told yet. A status that flaps asks once; it may ask without a new note only after
     * it was seen at rest. What plainly only tells how far it is asks nothing again, and what plainly asks does so whatever
     * status they left it in; in doubt a person reads it.
     *
     * @param news what they wrote that is new; empty when they wrote nothing
     */
    public boolean asks(List<String> news) {
        var words = news.stream().map(NoteWords::of).toList();
        boolean mayAsk = words.stream().anyMatch(each -> each != NoteWords.TELLS);
        boolean asks = switch (statusThere) {
            case ATTENTION_NEEDED -> mayAsk || !asked;
            case UNKNOWN -> mayAsk;
            case OPEN -> words.contains(NoteWords.ASKS);
            case CLOSED -> false;
            case null -> false;
        };
        asked |= asks && statusThere == StatusThere.ATTENTION_NEEDED;
        return asks;
    }

    /** The desk could not be asked; false when that is known already. The time it began stays. */
    public boolean fails(String reason, Instant at) {
        trouble = reason.length() <= REASON ? reason : reason.substring(0, REASON);
        if (troubleSince != null) {
            return false;
        }
        troubleSince = at;
        return true;
    }

    /** The desk answers again; false when there was no trouble. */
    public boolean recovers() {
        boolean was = troubleSince != null;
        troubleSince = null;
        trouble = null;
        return was;
    }

    /** From now on a person looks there as well; false when that is so already. */
    public boolean handOver() {
        boolean is = !followed;
        followed = true;
        return is;
    }

    /** Whether it was opened at a desk that takes answers and closes it. */
    public boolean isWatched() {
        return watched;
    }

    /** Whether a person has to look there. */
    public boolean isFollowed() {
        return followed || !watched;
    }

    public Optional<StatusThere> statusThere() {
        return Optional.ofNullable(statusThere);
    }

    /** When the desk last answered about it. */
    public Optional<Instant> contactAt() {
        return Optional.ofNullable(contactAt);
    }

    public Optional<Instant> troubleSince() {
        return Optional.ofNullable(troubleSince);
    }

    /** Why the desk cannot be asked, in its own sentences. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}
