package io.casewright.message;

/** The same key came with another text, or for another kind of message. */
public class MessageKeyReused extends RuntimeException {

    MessageKeyReused(String caseNumber) {
        super("This key already belongs to another message of case %s. Use a new key for a new message."
                .formatted(caseNumber));
    }
}
