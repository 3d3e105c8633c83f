package io.casewright.message;

/** What a message of a case is: a letter of one of the kinds, the mail by which the customer asked, a customer's reply, or an agent's note. */
public enum MessageKind {
    ACKNOWLEDGEMENT,
    QUESTION,
    REMINDER,
    UPDATE,
    RESOLUTION,
    ADVICE,
    CLOSING_REMINDER,
    CLOSING,
    SATISFACTION,
    REQUEST,
    REPLY,
    NOTE;

    static MessageKind of(LetterKind letter) {
        return valueOf(letter.name());
    }
}
