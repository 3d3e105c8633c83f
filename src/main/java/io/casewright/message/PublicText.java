package io.casewright.message;

/**
 * Words an agent or a decision chose for the customer. The only free text that can become part of a letter.
 *
 * @throws IllegalArgumentException when there are no words
 */
public record PublicText(String value) {

    public PublicText {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A text for the customer needs words");
        }
    }
}
