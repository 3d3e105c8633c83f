package io.casewright.platform.deadletter;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not reach where it was meant to go, and that no further try of the program would bring there.
 *
 * @param key what no other of its crossing is called
 * @param what it is, in a few words and without any of its own
 * @param place the case it belongs to, if one is known
 * @param reason why it could not, and what to do, for a person
 * @param since when it was clear, or when it was written
 * @param actions what can be done with it
 */
public record DeadLetter(
        String key, String what, @Nullable String place, String reason, Instant since, Set<Action> actions) {

    /** What somebody may decide. */
    public enum Action {
        /** It is tried once more. */
        SEND_AGAIN,
        /** It is taken where somebody says it belongs. */
        ATTACH,
        /** Its case, which is closed, is taken up again for it. */
        REOPEN,
        /** It has been seen to, or is not wanted. */
        DISCARD
    }

    public DeadLetter {
        actions = Set.copyOf(actions);
    }
}
