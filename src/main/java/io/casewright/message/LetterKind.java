package io.casewright.message;

/** Why a letter is written. Each kind has one template per language. */
public enum LetterKind {
    ACKNOWLEDGEMENT,
    QUESTION,
    REMINDER,
    UPDATE,
    RESOLUTION,
    ADVICE,
    CLOSING_REMINDER,
    CLOSING,
    SATISFACTION
}
