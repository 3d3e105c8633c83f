package io.casewright.intake.domain;

import io.casewright.casefile.domain.CaseNumber;
import org.jspecify.annotations.Nullable;

/** What is to become of a mail, by its head. */
public sealed interface Verdict {

    /**
     * It belongs to a case.
     *
     * @param author as colleagues read it
     * @param automatic whether a machine wrote it, so that it moves nothing
     */
    record OfCase(CaseNumber number, String author, boolean automatic) implements Verdict {}

    /** A contact asks for something new. */
    record NewCase(long contactId) implements Verdict {}

    /** Nothing comes of it. */
    record Kept(Fate fate) implements Verdict {}

    /**
     * A person has to look at it.
     *
     * @param proposedCase the case that it may belong to
     */
    record Aside(AsideReason reason, @Nullable CaseNumber proposedCase) implements Verdict {

        public Aside(AsideReason reason) {
            this(reason, null);
        }
    }
}
