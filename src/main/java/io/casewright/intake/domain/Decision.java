package io.casewright.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a person says is to come of a mail.
 *
 * @param outcome null when the form did not say
 * @param caseNumber to which it belongs
 * @param contact name of the contact that the sender becomes
 * @param answer words to the sender
 * @param reason why nothing comes of it
 */
public record Decision(
        @Nullable Outcome outcome,
        @Nullable String caseNumber,
        @Nullable String contact,
        @Nullable String answer,
        @Nullable String reason) {

    /** What comes of it. */
    public enum Outcome {
        CASE,
        CONTACT,
        AGAIN,
        ANSWER,
        NOTHING
    }
}
