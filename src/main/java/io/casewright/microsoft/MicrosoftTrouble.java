package io.casewright.microsoft;

/** A call to Microsoft led to nothing. The message names tenant, call and remedy; it holds no tokens and no words of people. */
public abstract sealed class MicrosoftTrouble extends RuntimeException permits MicrosoftRefused, MicrosoftUnavailable {

    MicrosoftTrouble(String message) {
        super(message);
    }

    /** The sentences, for a person. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
