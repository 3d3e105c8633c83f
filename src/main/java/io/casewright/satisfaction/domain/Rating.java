package io.casewright.satisfaction.domain;

import io.casewright.platform.text.InputText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer thinks of how a case was handled.
 *
 * @param stars from 1, very unhappy, to 5, very happy
 * @param comment empty when nothing was written
 */
public record Rating(int stars, String comment) {

    public static final int WORST = 1;
    public static final int BEST = 5;
    public static final int LONGEST_COMMENT = 2000;

    /** What is wrong with what was sent. */
    public enum Fault {
        NO_RATING,
        COMMENT_TOO_LONG,
        COMMENT_UNREADABLE
    }

    public Rating {
        comment = comment.strip();
    }

    /** Whether it can be taken. */
    public static Optional<Fault> faultOf(@Nullable Integer stars, String comment) {
        if (stars == null || stars < WORST || stars > BEST) {
            return Optional.of(Fault.NO_RATING);
        }
        if (comment.strip().length() > LONGEST_COMMENT) {
            return Optional.of(Fault.COMMENT_TOO_LONG);
        }
        return InputText.problemWith(comment).map(problem -> Fault.COMMENT_UNREADABLE);
    }

    /** As the timeline of the case says it. */
    public String words() {
        String words = "%d of %d".formatted(stars, BEST);
        return comment.isEmpty() ? words : words + "\n" + comment;
    }
}
